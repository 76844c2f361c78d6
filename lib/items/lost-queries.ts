import { publicItems, publicItemsOf } from "#lib/items/sql";
import { cardOf, EDITORIAL_NOUNS, type EditorialNoun } from "#lib/nouns/cards";
import { db } from "#lib/platform/db";
import { ownSegments } from "#lib/platform/own-segments";
import { ownPath } from "#lib/publication/departures/addresses";
import { stateSql } from "#lib/publication/visibility";

const endOf = (path: string) => path.slice(path.lastIndexOf("/") + 1);
const placesOf = (noun: EditorialNoun, slug: string) => [ownPath(noun, slug), cardOf(noun).path(slug)];

/** Whether a path is one that an item would have. */
const isOfItem = (path: string): boolean => {
  const [, first = "", ...rest] = path.split("/");
  if (rest.length === 0) return path !== "/" && !ownSegments().has(first);
  const slugs = [endOf(path), `parcours-${endOf(path)}`];
  return EDITORIAL_NOUNS.some((noun) => slugs.some((slug) => placesOf(noun, slug).includes(path)));
};

/** Of some paths of the portal, those of items where the public reads nothing. A theme leads to its next session. */
export async function lostPaths(asked: readonly string[], at: Date): Promise<string[]> {
  const paths = asked.filter(isOfItem);
  if (!paths.length) return [];
  const slugs = paths.flatMap((path) => [endOf(path), `parcours-${endOf(path)}`]);
  const rows = await db.$queryRaw<{ noun: EditorialNoun; slug: string }[]>`
    SELECT "noun", "slug" FROM ${publicItems} WHERE "slug" = ANY(${slugs}) AND ${stateSql("published", at)}
    UNION SELECT "noun", regexp_replace("slug", '-\\d{4}$', '') FROM ${publicItemsOf("webinar")}
    WHERE ${stateSql("published", at)}`;
  const moved = await db.departure.findMany({
    where: { path: { in: paths }, kind: { not: "mistake" } },
    select: { path: true },
  });
  const known = new Set([...rows.flatMap(({ noun, slug }) => placesOf(noun, slug)), ...moved.map(({ path }) => path)]);
  return paths.filter((path) => !known.has(path));
}
