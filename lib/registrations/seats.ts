import { dropQueued } from "#lib/mail/outbox";
import { REMINDER_KINDS } from "#lib/mail/schema";
import { partnerLinkBehind } from "#lib/partner-links/queries";
import { db, type Transaction } from "#lib/platform/db";
import { env } from "#lib/platform/env";
import { prepareQueue } from "#lib/platform/queue";
import { semaphore } from "#lib/platform/semaphore";
import { STATUS_MAIL, writeMessage } from "#lib/registrations/messages";
import {
  admission,
  freeSeats,
  offerDeadline,
  type SeatAllocation,
  type SeatCounts,
  type SeatEvent,
  seatAllocation,
  sequenceAt,
  TRANSITIONS,
} from "#lib/registrations/rules";
import { Prisma } from "#prisma/client";

/** A unique constraint, or a deadlock: only without the lock do two people meet, and each try lets one of them through. */
const MEETINGS = ["P2002", "P2034"];
const TRIES = 20;

/**
 * How many in this process hold a connection of the database while they wait for a session. Five hundred people at once
 * would otherwise take all of them, and whoever found none in five seconds met an accident.
 */
const waitingRoom = semaphore(4);

/** Holding a whole cycle for a message to each of its people takes longer than a page may. */
const TIMEOUT_MS = 30_000;

/**
 * Holds sessions until the transaction ends: who asks for a seat meanwhile waits, then counts what was committed.
 * It must be the first statement of a READ COMMITTED transaction. Always in the same order, so that two people who ask
 * for the same sessions never wait for each other.
 */
async function lock(tx: Transaction, webinarIds: readonly string[]): Promise<void> {
  if (env().REGISTRATION_LOCK === "off") return;
  await tx.$queryRaw`SELECT "id" FROM "Webinar" WHERE "id" = ANY(${webinarIds}::uuid[]) ORDER BY "id" FOR UPDATE`;
}

const isMeeting = (error: unknown) =>
  error instanceof Prisma.PrismaClientKnownRequestError && MEETINGS.includes(error.code);

/**
 * Runs under the lock of sessions. READ COMMITTED: a snapshot older than the lock would miss the seats taken meanwhile.
 * @param webinarIds the sessions whose seats the work may touch
 */
export async function underLock<T>(webinarIds: readonly string[], work: (tx: Transaction) => Promise<T>): Promise<T> {
  await prepareQueue();
  const attempt = () =>
    db.$transaction(
      async (tx) => {
        await lock(tx, webinarIds);
        return work(tx);
      },
      { isolationLevel: "ReadCommitted", timeout: TIMEOUT_MS },
    );
  for (let tries = 1; ; tries++) {
    try {
      return await waitingRoom(attempt);
    } catch (error) {
      if (tries === TRIES || !isMeeting(error)) throw error;
    }
  }
}

/** How many people a session holds now. Meaningful under its lock only. */
export async function countSeats(tx: Transaction, webinarId: string): Promise<SeatCounts> {
  const [row] = await tx.$queryRaw<SeatCounts[]>`
    SELECT w."capacity",
           count(r."id") FILTER (WHERE r."status" = 'confirmed')::int AS "confirmed",
           count(r."id") FILTER (WHERE r."status" = 'offered')::int AS "offered",
           count(r."id") FILTER (WHERE r."status" = 'waiting')::int AS "waiting"
    FROM "Webinar" w LEFT JOIN "Registration" r ON r."webinarId" = w."id"
    WHERE w."id" = ${webinarId}::uuid GROUP BY w."id"`;
  if (!row) throw new Error("This webinar does not exist.");
  return row;
}

/** The turn of whoever joins the list now. */
export async function nextWaitlistRank(tx: Transaction, webinarId: string): Promise<number> {
  const { _max } = await tx.registration.aggregate({ where: { webinarId }, _max: { waitlistRank: true } });
  return (_max.waitlistRank ?? 0) + 1;
}

/** The columns of whoever comes in now: a seat, or the end of the list. @param at instant of arrival */
export async function admissionColumns(tx: Transaction, webinarId: string, at: Date) {
  const status = admission(await allocateSeats(tx, webinarId, at));
  const waitlistRank = status === "waiting" ? await nextWaitlistRank(tx, webinarId) : null;
  return {
    status,
    waitlistRank,
    confirmedAt: status === "confirmed" ? at : null,
    offerExpiresAt: null,
    cancelledAt: null,
  };
}

/** What an event writes beside the state. */
const COLUMNS: Record<SeatEvent, (at: Date) => Prisma.RegistrationUpdateManyMutationInput> = {
  cancel: (at) => ({ cancelledAt: at, waitlistRank: null, offerExpiresAt: null }),
  offer: () => ({}),
  give: (at) => ({ confirmedAt: at, waitlistRank: null, offerExpiresAt: null }),
  accept: (at) => ({ confirmedAt: at, waitlistRank: null, offerExpiresAt: null }),
  expire: () => ({ waitlistRank: null, offerExpiresAt: null }),
  withdraw: () => ({ offerExpiresAt: null }),
};

/**
 * Makes an event happen to a registration, if its state allows it.
 * @param at instant of the event
 * @returns false when its state did not allow it
 */
export async function applyTransition(
  tx: Transaction,
  event: SeatEvent,
  id: string,
  at: Date,
  more: Prisma.RegistrationUpdateManyMutationInput = {},
): Promise<boolean> {
  const { from, to } = TRANSITIONS[event];
  const { count } = await tx.registration.updateMany({
    where: { id, status: { in: [...from] } },
    data: { status: to, ...COLUMNS[event](at), ...more },
  });
  return count === 1;
}

type Line = { id: string };
const inLine = (tx: Transaction, webinarId: string, status: "waiting" | "offered", take: number, last = false) =>
  tx.registration.findMany({
    where: { webinarId, status },
    orderBy: { waitlistRank: last ? "desc" : "asc" },
    take,
    select: { id: true },
  });

async function expireOffers(tx: Transaction, webinarId: string, at: Date): Promise<void> {
  const overdue = await tx.registration.findMany({
    where: { webinarId, status: "offered", offerExpiresAt: { lte: at } },
    orderBy: { waitlistRank: "asc" },
    select: { id: true },
  });
  for (const { id } of overdue) {
    if (await applyTransition(tx, "expire", id, at)) await writeMessage(tx, "offer-expired", id, { at });
  }
}

async function give(tx: Transaction, people: Line[], at: Date): Promise<void> {
  for (const { id } of people) {
    if (await applyTransition(tx, "give", id, at)) await writeMessage(tx, "seat-given", id, { at });
  }
}

/**
 * Takes back the last offers: their holders are in line again, where they were. Under the lock of the session.
 * @returns the holders
 */
export async function withdrawOffers(tx: Transaction, webinarId: string, count: number, at: Date): Promise<string[]> {
  const holders = (await inLine(tx, webinarId, "offered", count, true)).map(({ id }) => id);
  for (const id of holders) await applyTransition(tx, "withdraw", id, at);
  await dropQueued(tx, holders, ["seat-offered"]);
  return holders;
}

async function carryOutAllocation(
  tx: Transaction,
  webinarId: string,
  owed: SeatAllocation,
  deadline: Date | null,
  at: Date,
) {
  for (const id of await withdrawOffers(tx, webinarId, owed.withdrawn, at)) {
    await writeMessage(tx, "offer-withdrawn", id, { at });
  }
  await give(tx, await inLine(tx, webinarId, "offered", owed.givenToOffered), at);
  await give(tx, await inLine(tx, webinarId, "waiting", owed.givenToWaiting), at);
  if (!deadline) return;
  for (const { id } of await inLine(tx, webinarId, "waiting", owed.offered)) {
    if (await applyTransition(tx, "offer", id, at, { offerExpiresAt: deadline }))
      await writeMessage(tx, "seat-offered", id, { at });
  }
}

/**
 * Gives its waiting list what a session owes it: overdue offers expire, free seats are offered or given, in strict order.
 * Called under the lock of the session, before and after anything that changes who holds a seat.
 * @param at the present instant
 * @param options.raised whether the capacity has just been raised: seats are then given without a question
 * @returns how many people the session holds then
 */
export async function allocateSeats(
  tx: Transaction,
  webinarId: string,
  at: Date,
  options: { raised?: boolean } = {},
): Promise<SeatCounts> {
  const tally = await countSeats(tx, webinarId);
  // Nobody holds an offer, and there is no seat to give: what most arrivals at a full session meet, under its lock.
  if (!tally.offered && (!tally.waiting || freeSeats(tally) <= 0)) return tally;
  const webinar = await tx.webinar.findUniqueOrThrow({
    where: { id: webinarId },
    select: { startsAt: true, cancelledAt: true },
  });
  if (webinar.cancelledAt || webinar.startsAt <= at) return tally;
  await expireOffers(tx, webinarId, at);
  const deadline = offerDeadline(at, webinar.startsAt);
  const owed = seatAllocation(await countSeats(tx, webinarId), {
    raised: options.raised ?? false,
    ask: deadline !== null,
  });
  await carryOutAllocation(tx, webinarId, owed, deadline, at);
  return countSeats(tx, webinarId);
}

const inCalendars = { status: true, sequence: true } as const;

/**
 * Gives a seat back, tells its owner, and offers it to the first in line. Under the lock of the session.
 * @param reason in words; null when not said
 */
export async function cancelSeat(
  tx: Transaction,
  { id, webinarId }: { id: string; webinarId: string },
  reason: string | null,
  at: Date,
): Promise<boolean> {
  const { status, sequence } = await tx.registration.findUniqueOrThrow({ where: { id }, select: inCalendars });
  const left = { cancellationReason: reason, sequence: sequenceAt(at, sequence) };
  if (!(await applyTransition(tx, "cancel", id, at, left))) return false;
  await dropQueued(tx, id, REMINDER_KINDS);
  await writeMessage(tx, "registration-cancelled", id, { at, calendar: status === "confirmed" });
  await allocateSeats(tx, webinarId, at);
  return true;
}

/**
 * Gives a registration that ended a seat again, or the end of the waiting list, and says so. Under the lock of the session.
 * It counts no more on the partner's link through which it came, once that one has brought everybody whom it may.
 * @param at instant of the request
 */
export async function reinstateSeat(
  tx: Transaction,
  { id, webinarId }: { id: string; webinarId: string },
  at: Date,
): Promise<void> {
  const place = await admissionColumns(tx, webinarId, at);
  const { sequence } = await tx.registration.findUniqueOrThrow({ where: { id }, select: inCalendars });
  const alone = (await partnerLinkBehind(tx, id))?.usedUp ? { partnerLinkId: null } : {};
  await tx.registration.update({
    where: { id },
    data: { ...place, ...alone, cancellationReason: null, sequence: sequenceAt(at, sequence) },
  });
  await writeMessage(tx, STATUS_MAIL[place.status], id, { at });
}
