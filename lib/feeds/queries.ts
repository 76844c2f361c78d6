import type { FeedEntry, FeedQuery } from "#lib/feeds/schema";
import { db } from "#lib/platform/db";
import { paths } from "#lib/platform/paths";
import { listedAt, visibleAt } from "#lib/publication/rules";
import { leadingTo } from "#lib/ties/queries";

const SHOWN = 30;
const columns = { id: true, slug: true, title: true, summary: true, publishedAt: true, updatedAt: true } as const;
const LATEST = [{ publishedAt: "desc" as const }, { slug: "asc" as const }];

type Row = { id: string; slug: string; title: string; summary: string; publishedAt: Date | null; updatedAt: Date };

const entries = (rows: readonly Row[], path: (slug: string) => string): FeedEntry[] =>
  rows.flatMap(({ id: _, slug, publishedAt, ...row }) =>
    publishedAt ? [{ ...row, publishedAt, path: path(slug) }] : [],
  );

const resourcesOf = ({ besoin, centre }: FeedQuery) => ({
  ...(besoin !== undefined && { needs: { some: { need: { slug: besoin } } } }),
  ...(centre !== undefined && { centres: { some: { centre: { slug: centre } } } }),
});

const webinarsOf = ({ besoin, centre }: FeedQuery) => ({
  ...(besoin !== undefined && { need: { slug: besoin } }),
  ...(centre !== undefined && leadingTo(paths.centre(centre))),
});

/** The same, each with the last change that readers were told of. */
async function withChanges<R extends Row>(rows: readonly R[]) {
  const notes = await db.changeNote.findMany({
    where: { itemId: { in: rows.map(({ id }) => id) } },
    orderBy: [{ itemId: "asc" }, { at: "desc" }, { id: "desc" }],
    distinct: ["itemId"],
    select: { itemId: true, at: true, note: true },
  });
  return rows.map((row) => ({ ...row, change: notes.find(({ itemId }) => itemId === row.id) }));
}

/** The visible documents and sessions that came last: of the portal, or around a need or a centre. */
export async function latestEntries({ besoin, centre }: FeedQuery, at: Date): Promise<FeedEntry[]> {
  const shown = { select: columns, orderBy: LATEST, take: SHOWN };
  const [resources, webinars] = await Promise.all([
    db.resource.findMany({
      ...shown,
      where: {
        ...visibleAt(at),
        ...resourcesOf({ besoin, centre }),
      },
    }),
    db.webinar.findMany({
      ...shown,
      where: {
        ...listedAt(at),
        ...webinarsOf({ besoin, centre }),
      },
    }),
  ]);
  const changed = await withChanges(resources);
  return [...entries(changed, paths.resource), ...entries(webinars, paths.webinar)]
    .toSorted((a, b) => b.publishedAt.getTime() - a.publishedAt.getTime() || a.path.localeCompare(b.path))
    .slice(0, SHOWN);
}

type Followed = FeedQuery & { webinarsOnly?: boolean };

/** The visible documents and sessions that came out, or that an editor changed, after an instant. */
export async function entriesSince({ besoin, centre, webinarsOnly = false }: Followed, since: Date, at: Date) {
  const moved = { OR: [{ publishedAt: { gt: since } }, { editedAt: { gt: since } }] };
  const shown = { select: columns, orderBy: LATEST, take: SHOWN };
  const [resources, webinars] = await Promise.all([
    webinarsOnly
      ? []
      : db.resource.findMany({ ...shown, where: { AND: [visibleAt(at), moved, resourcesOf({ besoin, centre })] } }),
    db.webinar.findMany({ ...shown, where: { AND: [listedAt(at), moved, webinarsOf({ besoin, centre })] } }),
  ]);
  return [...entries(resources, paths.resource), ...entries(webinars, paths.webinar)];
}
