import { visibleAt } from "#lib/editorial/rules";
import { db } from "#lib/platform/db";
import { paths } from "#lib/platform/paths";

/** A public address and the instant at which what it shows last changed; null when nobody can tell. */
export type PublicAddress = { path: string; changedAt: Date | null };

type Row = { slug: string; updatedAt: Date; publishedAt: Date | null };

/** What was written long ago and published today is new today. */
const changeOf = ({ updatedAt, publishedAt }: Row): Date =>
  publishedAt && publishedAt > updatedAt ? publishedAt : updatedAt;

const latest = (rows: readonly Row[]): Date | null =>
  rows.map(changeOf).reduce<Date | null>((last, one) => (last && last > one ? last : one), null);

/**
 * Every address that search engines should know, with true dates.
 * @param at the present instant
 */
export async function publicAddresses(at: Date): Promise<PublicAddress[]> {
  const visible = {
    where: visibleAt(at),
    select: { slug: true, updatedAt: true, publishedAt: true },
    orderBy: { slug: "asc" },
  } as const;
  const [needs, centres, resources, webinars, pages, terms, figures] = await db.$transaction([
    db.need.findMany(visible),
    db.centre.findMany(visible),
    db.resource.findMany(visible),
    db.webinar.findMany(visible),
    db.page.findMany(visible),
    db.term.findMany(visible),
    db.figure.findMany(visible),
  ]);
  const list = (path: string, rows: readonly Row[]): PublicAddress => ({ path, changedAt: latest(rows) });
  const each = (pathOf: (slug: string) => string, rows: readonly Row[]): PublicAddress[] =>
    rows.map((row) => ({ path: pathOf(row.slug), changedAt: changeOf(row) }));
  return [
    list(paths.home(), [...needs, ...centres, ...resources, ...webinars, ...figures]),
    list(paths.needs(), needs),
    ...each(paths.need, needs),
    list(paths.centres(), centres),
    ...each(paths.centre, centres),
    list(paths.resources(), resources),
    ...each(paths.resource, resources),
    list(paths.webinars(), webinars),
    ...each(paths.webinar, webinars),
    list(paths.observatory(), figures),
    list(paths.glossary(), terms),
    ...each(paths.page, pages),
    { path: paths.statistics(), changedAt: null },
    { path: paths.siteMap(), changedAt: null },
  ];
}
