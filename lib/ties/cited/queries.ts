import { slugOfPath } from "#lib/collections/schema";
import { cardOf, EDITORIAL_NOUNS, type EditorialNoun } from "#lib/nouns/cards";
import { db } from "#lib/platform/db";
import { visibleAt } from "#lib/publication/rules";
import { resourceTypeLabels } from "#lib/resources/labels";
import type { CitedPage } from "#lib/ties/cited/schema";

/** The items of which an address may be the page. */
function itemsAt(address: string): { noun: EditorialNoun; slug: string }[] {
  const end = address.slice(address.lastIndexOf("/") + 1);
  return EDITORIAL_NOUNS.flatMap((noun) =>
    [end, slugOfPath(end)].filter((slug) => cardOf(noun).path(slug) === address).map((slug) => ({ noun, slug })),
  );
}

const namedBy = (addresses: readonly string[]) => {
  const named = addresses.flatMap(itemsAt);
  return EDITORIAL_NOUNS.flatMap((noun) => {
    const slugs = named.filter((item) => item.noun === noun).map(({ slug }) => slug);
    return slugs.length ? [{ noun, slug: { in: slugs } }] : [];
  });
};

const order = [{ noun: "asc" }, { itemId: "asc" }] as const;

/** What addresses lead to, among what the public sees, by address. */
export async function citedPages(addresses: readonly string[], at: Date): Promise<Map<string, CitedPage>> {
  const named = namedBy(addresses);
  if (named.length === 0) return new Map();
  const entries = await db.searchEntry.findMany({
    where: { ...visibleAt(at), OR: named },
    select: { noun: true, slug: true, title: true, lead: true, opens: true },
    orderBy: [...order],
  });
  const slugs = entries.filter(({ noun }) => noun === "resource").map(({ slug }) => slug);
  const resources = await db.resource.findMany({
    where: { slug: { in: slugs } },
    select: { slug: true, type: true, publisher: true, year: true, summary: true },
    orderBy: { slug: "asc" },
  });
  return new Map(
    entries.flatMap(({ slug, lead, ...entry }) => {
      const noun = EDITORIAL_NOUNS.find((one) => one === entry.noun);
      if (!noun) return [];
      const resource = noun === "resource" ? resources.find((one) => one.slug === slug) : undefined;
      const origin = resource
        ? [resourceTypeLabels[resource.type], resource.publisher, resource.year].filter(Boolean).join(", ")
        : `${cardOf(noun).singular}, page de ce portail`;
      const href = cardOf(noun).path(slug);
      const opens = noun === "centre" || entry.opens;
      return [[href, { href, noun, title: entry.title, lead: resource?.summary ?? lead, opens, origin }]];
    }),
  );
}

/** The addresses that lead to nothing, not even to a draft. */
export async function lostAddresses(addresses: readonly string[]): Promise<string[]> {
  const named = namedBy(addresses);
  const known = named.length
    ? await db.searchEntry.findMany({ where: { OR: named }, select: { noun: true, slug: true } })
    : [];
  const paths = known.flatMap(({ noun, slug }) =>
    EDITORIAL_NOUNS.filter((one) => one === noun).map((one) => cardOf(one).path(slug)),
  );
  return addresses.filter((address) => !paths.includes(address));
}
