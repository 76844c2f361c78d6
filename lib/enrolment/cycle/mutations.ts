import { FOLLOWING, LEFT } from "#lib/enrolment/cycle/labels";
import { comingSessions, heldSessions, lastNeeds } from "#lib/enrolment/cycle/queries";
import { notifySeatChanges, writeTogether } from "#lib/notices/mutations";
import { STATUS_MAIL } from "#lib/notices/rules";
import { verifiedPersonOf } from "#lib/people/links/queries";
import { follow, unfollow } from "#lib/people/subscriptions/mutations";
import { type Follower, findFollower } from "#lib/people/subscriptions/queries";
import { db, type Transaction } from "#lib/platform/db";
import type { Result } from "#lib/platform/result";
import { admit } from "#lib/seats/admission/mutations";
import { underLock } from "#lib/seats/lock/mutations";
import { cancelSeat } from "#lib/seats/mutations";
import { isEntry, LIVE_STATUSES } from "#lib/seats/rules";
import type { SeatChange } from "#lib/seats/schema";

type Done = Result<object, "unknown">;
const DONE = { ok: true } as const;
const UNKNOWN = { ok: false, reason: "unknown" } as const;

/** Under the lock of the sessions. Whoever gave a seat back does not get it again. @returns what is still to be told */
export async function bringToCycle(
  tx: Transaction,
  person: Follower,
  webinarIds: readonly string[],
  at: Date,
): Promise<SeatChange[]> {
  const { personId, cycleId: _, ...answers } = person;
  const known = await tx.registration.findMany({
    where: { personId, webinarId: { in: [...webinarIds] } },
    select: { webinarId: true },
  });
  const already = new Set(known.map(({ webinarId }) => webinarId));
  const applicant = { ...answers, accessNeeds: await lastNeeds(tx, personId, at) };
  const changes: SeatChange[] = [];
  for (const id of webinarIds)
    if (!already.has(id)) changes.push(...(await admit(tx, id, applicant, "cycle", at)).changes);
  return changes;
}

export async function followCycle(token: string, cycleSlug: string, at: Date): Promise<Done> {
  const personId = await verifiedPersonOf(token);
  const person = personId && (await findFollower(personId, cycleSlug));
  if (!person) return UNKNOWN;
  const sessions = await comingSessions({ slug: cycleSlug }, at);
  const ids = sessions.map(({ id }) => id);
  return underLock(ids, async (tx) => {
    if (!(await follow(tx, person, at))) return UNKNOWN;
    const changes = await bringToCycle(tx, person, ids, at);
    await notifySeatChanges(
      tx,
      changes.filter((change) => !isEntry(change)),
      at,
    );
    if (changes.some(isEntry)) await recap(tx, person.personId, ids, at);
    return DONE;
  });
}

async function recap(tx: Transaction, personId: string, webinarIds: readonly string[], at: Date): Promise<void> {
  const held = await tx.registration.findMany({
    where: { personId, webinarId: { in: [...webinarIds] }, status: { in: [...LIVE_STATUSES] } },
    select: { id: true, status: true },
  });
  const kind = STATUS_MAIL[held.some(({ status }) => status === "confirmed") ? "confirmed" : "waiting"];
  const ids = held.map(({ id }) => id);
  await writeTogether(tx, kind, ids, { at, extra: { following: [FOLLOWING] } });
}

export async function leaveCycle(token: string, cycleSlug: string, giveBack: boolean, at: Date): Promise<Done> {
  const personId = await verifiedPersonOf(token);
  if (!personId) return UNKNOWN;
  if (!giveBack) {
    await unfollow(db, personId, cycleSlug);
    return DONE;
  }
  const sessions = await heldSessions(personId, cycleSlug, at);
  await underLock(
    sessions.map(({ id }) => id),
    async (tx) => {
      await unfollow(tx, personId, cycleSlug);
      const seats = await tx.registration.findMany({
        where: {
          personId,
          webinarId: { in: sessions.map(({ id }) => id) },
          status: { in: [...LIVE_STATUSES] },
        },
        select: { id: true, webinarId: true },
        orderBy: [{ webinar: { startsAt: "asc" } }, { id: "asc" }],
      });
      const changes: SeatChange[] = [];
      for (const seat of seats) changes.push(...(await cancelSeat(tx, seat, null, at)));
      const own = new Set(seats.map(({ id }) => id));
      const isOwn = ({ registrationId }: SeatChange) => own.has(registrationId);
      await notifySeatChanges(tx, changes.filter(isOwn), at, { note: LEFT });
      await notifySeatChanges(
        tx,
        changes.filter((change) => !isOwn(change)),
        at,
      );
    },
  );
  return DONE;
}
