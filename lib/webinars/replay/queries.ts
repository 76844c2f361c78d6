import type { Viewer } from "#lib/auth/editor";
import { endsAt } from "#lib/platform/dates";
import { db } from "#lib/platform/db";
import { visibleAt } from "#lib/publication/rules";
import { replayColumns } from "#lib/webinars/queries";
import { REPLAY_AWAITED_MS } from "#lib/webinars/replay/rules";
import { isReplayPublic } from "#lib/webinars/rules";

/** Sessions that are over and whose registrants still wait for the replay, latest first. */
export async function webinarsAwaitingReplay(
  _editor: Viewer,
  at: Date,
): Promise<{ id: string; title: string; registrants: number }[]> {
  const seated = { status: "confirmed", anonymisedAt: null } as const;
  const rows = await db.webinar.findMany({
    where: {
      ...visibleAt(at),
      cancelledAt: null,
      startsAt: { gt: new Date(at.getTime() - REPLAY_AWAITED_MS) },
      registrations: { some: seated },
    },
    select: {
      ...replayColumns,
      id: true,
      title: true,
      startsAt: true,
      durationMinutes: true,
      _count: { select: { registrations: { where: seated } } },
    },
    orderBy: { startsAt: "desc" },
  });
  return rows
    .filter((row) => endsAt(row) <= at && !isReplayPublic(row, at))
    .map(({ id, title, _count }) => ({ id, title, registrants: _count.registrations }));
}
