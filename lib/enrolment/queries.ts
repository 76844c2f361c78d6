import { db } from "#lib/platform/db";
import { visibleAt } from "#lib/publication/rules";
import { comingAt } from "#lib/webinars/queries";

/**
 * The sessions of a form.
 * @param slugs that of the page first
 * @returns `asks` whether the form of that one has fields of its own; null when the public cannot see it
 */
export async function requestedWebinars(
  [pageSlug, ...otherSlugs]: readonly string[],
  wholeCycle: boolean,
  at: Date,
): Promise<{ cycleId: string; webinarIds: string[]; asks: boolean } | null> {
  const page = await db.webinar.findFirst({
    where: { slug: pageSlug, ...visibleAt(at) },
    select: { id: true, cycleId: true, formFields: { where: { archivedAt: null }, select: { id: true }, take: 1 } },
  });
  if (!page) return null;
  const { id, cycleId, formFields } = page;
  const chosen = wholeCycle ? {} : { slug: { in: otherSlugs } };
  const others =
    wholeCycle || otherSlugs.length
      ? await db.webinar.findMany({
          where: { ...comingAt(at), ...chosen, cycleId, id: { not: id } },
          select: { id: true },
          orderBy: { startsAt: "asc" },
        })
      : [];
  return { cycleId, asks: formFields.length > 0, webinarIds: [id, ...others.map((webinar) => webinar.id)] };
}
