import { dayAmong, isItsDay } from "#lib/attendance/day/rules";
import type { Day } from "#lib/attendance/day/schema";
import type { Viewer } from "#lib/auth/editor";
import { db } from "#lib/platform/db";
import { visibleAt } from "#lib/publication/rules";
import { LIVE_STATUSES } from "#lib/seats/rules";

/** A session may have begun yesterday evening, and never lasts longer. */
const REACH_MS = 24 * 3_600_000;

/** Whom the host of a session may see come. Those who were erased are nobody any more. */
export async function findDay(_viewer: Viewer, webinarId: string): Promise<Day> {
  const people = await db.registration.findMany({
    where: {
      webinarId,
      anonymisedAt: null,
      OR: [{ presentAt: { not: null } }, { status: { in: [...LIVE_STATUSES] } }],
    },
    select: {
      id: true,
      firstName: true,
      lastName: true,
      organisation: true,
      status: true,
      presentAt: true,
      attendanceSource: true,
    },
    // An offer comes before the line that it was taken from.
    orderBy: [{ status: "desc" }, { waitlistRank: "asc" }, { id: "asc" }],
  });
  return dayAmong(people);
}

/** The published sessions whose day it is, in order. */
export async function webinarsOfTheDay(
  _viewer: Viewer,
  at: Date,
): Promise<{ id: string; title: string; startsAt: Date; durationMinutes: number }[]> {
  const near = { gt: new Date(at.getTime() - REACH_MS), lt: new Date(at.getTime() + REACH_MS) };
  const rows = await db.webinar.findMany({
    where: { ...visibleAt(at), cancelledAt: null, startsAt: near },
    select: { id: true, title: true, startsAt: true, durationMinutes: true },
    orderBy: [{ startsAt: "asc" }, { id: "asc" }],
  });
  return rows.filter((row) => isItsDay({ ...row, cancelled: false }, at));
}
