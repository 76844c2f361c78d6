import { visibleItems } from "#lib/items/queries";
import type { VisibleItem } from "#lib/items/schema";
import { cardOf, type EditorialNoun, nounsOfMenu } from "#lib/nouns/cards";
import { paths } from "#lib/platform/paths";

/** What the portal draws itself, besides what editors publish. */
export const OWN_PAGES = [
  { path: paths.orientation(), title: "Orientation", changedAt: null },
  { path: paths.digests(), title: "Suivre le portail", changedAt: null },
  { path: paths.statistics(), title: "Statistiques", changedAt: null },
  { path: paths.views(), title: "Pages lues", changedAt: null },
  { path: paths.siteMap(), title: "Plan du site", changedAt: null },
] as const;

/** A public address and the instant at which what it shows last changed; null when nobody can tell. */
export type PublicAddress = { path: string; title: string; changedAt: Date | null };

const changeOf = ({ updatedAt, publishedAt }: VisibleItem): Date => (publishedAt > updatedAt ? publishedAt : updatedAt);

const list = (path: string, title: string, items: readonly VisibleItem[]): PublicAddress => ({
  path,
  title,
  changedAt: items.map(changeOf).reduce<Date | null>((last, one) => (last && last > one ? last : one), null),
});

/** The page that holds the items of a noun, then theirs; one that is a place in that page has no address of its own. */
function addressesOf(noun: EditorialNoun, items: readonly VisibleItem[]): PublicAddress[] {
  const { listPath, path, plural } = cardOf(noun);
  const own = items.map((item) => ({ path: path(item.slug), title: item.title, changedAt: changeOf(item) }));
  return [
    ...(listPath === paths.home() ? [] : [list(listPath, plural, items)]),
    ...own.filter((address) => !address.path.includes("#")),
  ];
}

export async function publicAddresses(at: Date): Promise<PublicAddress[]> {
  const items = await visibleItems(at);
  const byNoun = Map.groupBy(items, ({ noun }) => noun);
  return [
    list(
      paths.home(),
      "Accueil",
      items.filter(({ noun }) => cardOf(noun).onHome),
    ),
    ...nounsOfMenu().flatMap((noun) => addressesOf(noun, byNoun.get(noun) ?? [])),
    ...OWN_PAGES,
  ];
}

/** The titles of public pages, by their path. */
export async function publicTitles(at: Date): Promise<ReadonlyMap<string, string>> {
  return new Map((await publicAddresses(at)).map(({ path, title }) => [path, title]));
}
