import { listCentres } from "#lib/centres/queries";
import { isIdentified } from "#lib/centres/rules";
import { listNeeds } from "#lib/needs/queries";
import { EVERY_WEBINAR, EVERYTHING } from "#lib/people/digest/labels";
import type { DigestChoice } from "#lib/people/digest/schema";

/** What may be followed by mail: what may be followed by feed. @param kept what somebody follows already: it stays a choice */
export async function digestChoices(at: Date, kept: readonly string[] = []): Promise<DigestChoice[]> {
  const [needs, centres] = await Promise.all([listNeeds(at), listCentres(at)]);
  const centreChoice = (slug: string) => `centre:${slug}`;
  const followable = centres.filter((centre) => isIdentified(centre) || kept.includes(centreChoice(centre.slug)));
  return [
    { value: "tout", label: EVERYTHING },
    { value: "webinaires", label: EVERY_WEBINAR },
    ...needs.map(({ slug, title }) => ({ value: `besoin:${slug}`, label: `Besoin\u00A0: ${title}` })),
    ...followable.map(({ slug, name }) => ({ value: centreChoice(slug), label: `Centre\u00A0: ${name}` })),
  ];
}
