import { listCentres } from "#lib/centres/queries";
import { listNeeds } from "#lib/needs/queries";
import { EVERY_WEBINAR, EVERYTHING } from "#lib/people/digest/labels";
import type { DigestChoice } from "#lib/people/digest/schema";

/** What may be followed by mail: what may be followed by feed. */
export async function digestChoices(at: Date): Promise<DigestChoice[]> {
  const [needs, centres] = await Promise.all([listNeeds(at), listCentres(at)]);
  return [
    { value: "tout", label: EVERYTHING },
    { value: "webinaires", label: EVERY_WEBINAR },
    ...needs.map(({ slug, title }) => ({ value: `besoin:${slug}`, label: `Besoin\u00A0: ${title}` })),
    ...centres.map(({ slug, name }) => ({ value: `centre:${slug}`, label: `Centre\u00A0: ${name}` })),
  ];
}
