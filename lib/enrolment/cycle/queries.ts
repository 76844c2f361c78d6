import type { FollowedCycle } from "#lib/enrolment/cycle/schema";
import { db, type Transaction } from "#lib/platform/db";
import { LIVE_STATUSES } from "#lib/seats/rules";
import { comingAt } from "#lib/webinars/queries";

const LIVE = { in: [...LIVE_STATUSES] };

export const comingSessions = (cycle: { slug: string } | { id: string }, at: Date) =>
  db.webinar.findMany({
    where: { ...comingAt(at), cycle },
    select: { id: true, cycleId: true },
    orderBy: [{ startsAt: "asc" }, { id: "asc" }],
  });

/** Sessions to come of a cycle where a person has a seat or a place in line, in order; cancelled ones too. */
export const heldSessions = (personId: string, cycleSlug: string, at: Date) =>
  db.webinar.findMany({
    where: {
      startsAt: { gt: at },
      cycle: { slug: cycleSlug },
      registrations: { some: { personId, status: LIVE } },
    },
    select: { id: true },
    orderBy: [{ startsAt: "asc" }, { id: "asc" }],
  });

/** What would help a person: as they asked for a session to come, else for their last one. */
export async function lastNeeds(tx: Transaction, personId: string, at: Date): Promise<string | null> {
  const [last] = await tx.$queryRaw<{ accessNeeds: string | null }[]>`
    SELECT r."accessNeeds" FROM "Registration" r JOIN "Webinar" w ON w."id" = r."webinarId"
    WHERE r."personId" = ${personId}::uuid
    ORDER BY (w."startsAt" > ${at} AND r."accessNeeds" IS NOT NULL) DESC, w."startsAt" DESC LIMIT 1`;
  return last?.accessNeeds ?? null;
}

export async function cyclesOf(
  personId: string,
  at: Date,
): Promise<{ subscriptions: FollowedCycle[]; followable: FollowedCycle[] }> {
  const mine = { personId, status: LIVE };
  const cycles = await db.cycle.findMany({
    where: {
      OR: [
        { subscriptions: { some: { personId } } },
        { webinars: { some: { ...comingAt(at), registrations: { some: mine } } } },
      ],
    },
    select: {
      slug: true,
      title: true,
      subscriptions: { where: { personId }, select: { id: true } },
      webinars: {
        where: { startsAt: { gt: at }, registrations: { some: mine } },
        select: { id: true },
      },
      _count: { select: { webinars: { where: { ...comingAt(at), registrations: { none: { personId } } } } } },
    },
    orderBy: { title: "asc" },
  });
  const named = (followed: boolean) =>
    cycles
      .filter(({ subscriptions }) => subscriptions.length > 0 === followed)
      .map(({ slug, title, webinars, _count }) => ({ slug, title, held: webinars.length, added: _count.webinars }));
  return { subscriptions: named(true), followable: named(false) };
}
