import type { Viewer } from "#lib/auth/editor";
import { endsAt } from "#lib/platform/dates";
import { db, type Transaction } from "#lib/platform/db";
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

/** The resource that was made from a session. @returns its identifier; null when there is none, or no more */
export async function findReplayDraft(client: Transaction, fromWebinarId: string): Promise<string | null> {
  const draft = await client.resource.findUnique({ where: { fromWebinarId }, select: { id: true } });
  return draft?.id ?? null;
}

export const findReplayDraftForEditor = (_editor: Viewer, webinarId: string): Promise<string | null> =>
  findReplayDraft(db, webinarId);
