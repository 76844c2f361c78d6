import { findLink } from "#lib/people/links/queries";
import { powersOf, visibleThrough } from "#lib/people/links/rules";
import type { PersonalLink, Powers } from "#lib/people/links/schema";
import { db } from "#lib/platform/db";

export type LinkedSeat = Powers & {
  link: PersonalLink;
  id: string;
  webinarId: string;
  webinar: { startsAt: Date; cancelledAt: Date | null };
};

/** The seat of a session that a link shows. @returns null when it shows none */
export async function findLinkedSeat(token: string, webinarSlug: string): Promise<LinkedSeat | null> {
  const link = await findLink(token);
  if (!link) return null;
  const seat = await db.registration.findFirst({
    where: { ...visibleThrough(link), anonymisedAt: null, webinar: { slug: webinarSlug } },
    select: { id: true, webinarId: true, webinar: { select: { startsAt: true, cancelledAt: true } } },
  });
  return seat && { ...seat, link, ...powersOf(link, seat.id) };
}
