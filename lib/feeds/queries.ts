import type { FeedEntry, FeedQuery } from "#lib/feeds/schema";
import { db } from "#lib/platform/db";
import { paths } from "#lib/platform/paths";
import { visibleAt } from "#lib/publication/rules";
import { leadingTo } from "#lib/ties/queries";

const SHOWN = 30;
const columns = { slug: true, title: true, summary: true, publishedAt: true, updatedAt: true } as const;
const LATEST = [{ publishedAt: "desc" as const }, { slug: "asc" as const }];

type Row = { slug: string; title: string; summary: string; publishedAt: Date | null; updatedAt: Date };

const entries = (rows: readonly Row[], path: (slug: string) => string): FeedEntry[] =>
  rows.flatMap(({ slug, publishedAt, ...row }) => (publishedAt ? [{ ...row, publishedAt, path: path(slug) }] : []));

/** The visible documents and sessions that came last: of the portal, or around a need or a centre. */
export async function latestEntries({ besoin, centre }: FeedQuery, at: Date): Promise<FeedEntry[]> {
  const shown = { select: columns, orderBy: LATEST, take: SHOWN };
  const [resources, webinars] = await Promise.all([
    db.resource.findMany({
      ...shown,
      where: {
        ...visibleAt(at),
        ...(besoin !== undefined && { needs: { some: { need: { slug: besoin } } } }),
        ...(centre !== undefined && { centres: { some: { centre: { slug: centre } } } }),
      },
    }),
    db.webinar.findMany({
      ...shown,
      where: {
        ...visibleAt(at),
        ...(besoin !== undefined && { need: { slug: besoin } }),
        ...(centre !== undefined && leadingTo(paths.centre(centre))),
      },
    }),
  ]);
  return [...entries(resources, paths.resource), ...entries(webinars, paths.webinar)]
    .toSorted((a, b) => b.publishedAt.getTime() - a.publishedAt.getTime() || a.path.localeCompare(b.path))
    .slice(0, SHOWN);
}
