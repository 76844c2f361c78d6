import { db } from "#lib/platform/db";
import { listedAt } from "#lib/publication/rules";
import { comingAt, type Identified, IN_ORDER, summaries } from "#lib/webinars/queries";
import type { WebinarDetail, WebinarSummary } from "#lib/webinars/schema";
import type { Prisma } from "#prisma/client";

/** The session that goes on with another: the next of its theme, else of its need, else the next of all. */
export async function followingWebinar(
  { theme, need }: Pick<WebinarDetail, "theme" | "need">,
  at: Date,
): Promise<{ webinar: Identified; because: "theme" | "need" | "date" } | null> {
  const coming = await db.webinar.findMany({
    where: comingAt(at),
    select: { id: true, theme: true, need: { select: { slug: true } } },
    orderBy: IN_ORDER,
  });
  const ofTheme = coming.find((one) => theme !== null && one.theme === theme);
  const ofNeed = coming.find((one) => need !== null && one.need?.slug === need.slug);
  const chosen = ofTheme ?? ofNeed ?? coming[0];
  const [webinar] = chosen ? await summaries({ id: chosen.id }, at, 1) : [];
  return webinar ? { webinar, because: ofTheme ? "theme" : ofNeed ? "need" : "date" } : null;
}

/** Whose text leads to a page of the site. @param path that of an item, of which another may be the beginning */
export const leadingTo = (path: string): Prisma.WebinarWhereInput => ({
  OR: [
    ...[")", "#", " "].map((end) => ({ body: { contains: `(${path}${end}` } })),
    { documents: { some: { url: { endsWith: path } } } },
  ],
});

export type CitingWebinar = Pick<WebinarSummary, "slug" | "title" | "startsAt">;

/** The visible sessions whose text or documents lead to a page of the site, the latest first. */
export const webinarsCiting = (path: string, at: Date, limit: number): Promise<CitingWebinar[]> =>
  db.webinar.findMany({
    where: { ...listedAt(at), ...leadingTo(path) },
    select: { slug: true, title: true, startsAt: true },
    orderBy: [{ startsAt: "desc" }, { slug: "asc" }],
    take: limit,
  });

/** The other visible sessions of a theme, the latest first. */
export const webinarsOfTheme = (
  { theme, slug }: Pick<WebinarDetail, "theme" | "slug">,
  at: Date,
): Promise<CitingWebinar[]> =>
  theme === null
    ? Promise.resolve([])
    : db.webinar.findMany({
        where: { ...listedAt(at), theme, slug: { not: slug } },
        select: { slug: true, title: true, startsAt: true },
        orderBy: [{ startsAt: "desc" }, { slug: "asc" }],
      });

/** The visible sessions whose text leads to a page of the site, and those of the same themes. */
export async function webinarsAround(path: string, at: Date): Promise<WebinarSummary[]> {
  const citing = await db.webinar.findMany({
    where: { ...listedAt(at), ...leadingTo(path) },
    select: { id: true, theme: true },
  });
  if (citing.length === 0) return [];
  const themes = citing.flatMap(({ theme }) => theme ?? []);
  return summaries({ OR: [{ id: { in: citing.map(({ id }) => id) } }, { theme: { in: themes } }] }, at);
}
