import { db } from "#lib/platform/db";
import { visibleAt } from "#lib/publication/rules";
import { comingAt } from "#lib/webinars/queries";

/** The sessions of a form. @param slugs that of the page first @returns null when the public cannot see that one */
export async function requestedWebinars(
  [pageSlug, ...otherSlugs]: readonly string[],
  wholeCycle: boolean,
  at: Date,
): Promise<{ cycleId: string; webinarIds: string[] } | null> {
  const page = await db.webinar.findFirst({
    where: { slug: pageSlug, ...visibleAt(at) },
    select: { id: true, cycleId: true },
  });
  if (!page) return null;
  const { id, cycleId } = page;
  const chosen = wholeCycle ? {} : { slug: { in: otherSlugs } };
  const others =
    wholeCycle || otherSlugs.length
      ? await db.webinar.findMany({
          where: { ...comingAt(at), ...chosen, cycleId, id: { not: id } },
          select: { id: true },
          orderBy: { startsAt: "asc" },
        })
      : [];
  return { cycleId, webinarIds: [id, ...others.map((webinar) => webinar.id)] };
}
