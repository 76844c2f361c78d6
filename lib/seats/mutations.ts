import { partnerLinkBehind } from "#lib/partner-links/queries";
import { db, type Transaction } from "#lib/platform/db";
import { admissionColumns, entry } from "#lib/seats/admission/mutations";
import { sequenceAt } from "#lib/seats/rules";
import type { SeatChange } from "#lib/seats/schema";
import { applyToEach, applyTransition } from "#lib/seats/transitions/mutations";
import { allocateSeats } from "#lib/seats/waitlist/mutations";

type Seat = { id: string; webinarId: string };

const inCalendars = { status: true, sequence: true } as const;

/**
 * Gives a seat back, and offers it to the first in line. Under the lock of the session.
 * @param reason in words; null when not said
 * @returns nothing when there was none to give back
 */
export async function cancelSeat(
  tx: Transaction,
  { id, webinarId }: Seat,
  reason: string | null,
  at: Date,
): Promise<SeatChange[]> {
  const { status, sequence } = await tx.registration.findUniqueOrThrow({ where: { id }, select: inCalendars });
  const left = { cancellationReason: reason, sequence: sequenceAt(at, sequence) };
  if (!(await applyTransition(tx, "cancel", id, at, left))) return [];
  const { changes } = await allocateSeats(tx, webinarId, at);
  return [{ event: "cancel", registrationId: id, wasSeated: status === "confirmed" }, ...changes];
}

/** Takes the seat that was offered. @returns nothing when none is any more */
export const acceptOffer = (tx: Transaction, { id }: Seat, at: Date): Promise<SeatChange[]> =>
  applyToEach(tx, "accept", [{ id }], at);

/**
 * Gives a registration that ended a seat again, or the end of the waiting list. Under the lock of the session.
 * It counts no more on the partner's link through which it came, once that one has brought everybody whom it may.
 */
export async function reinstateSeat(tx: Transaction, { id, webinarId }: Seat, at: Date): Promise<SeatChange[]> {
  const { changes, columns } = await admissionColumns(tx, webinarId, at);
  const { sequence } = await tx.registration.findUniqueOrThrow({ where: { id }, select: inCalendars });
  const alone = (await partnerLinkBehind(tx, id))?.usedUp ? { partnerLinkId: null } : {};
  await tx.registration.update({
    where: { id },
    data: { ...columns, ...alone, cancellationReason: null, sequence: sequenceAt(at, sequence) },
  });
  return [...changes, entry(id, columns.status)];
}

/** Counts the seats of the sessions to come by fives, for the words that the public reads until the next night. */
export async function countSeatsForTheDay(step: number, at: Date): Promise<void> {
  const webinars = await db.webinar.findMany({ where: { startsAt: { gt: at } }, select: { id: true } });
  for (const { id } of webinars)
    await db.$executeRaw`
      UPDATE "Webinar" SET "seatsCounted" = ${step}::int * (
        SELECT count(*)::int / ${step}::int FROM "Registration"
        WHERE "webinarId" = ${id}::uuid AND "status" IN ('confirmed', 'offered'))
      WHERE "id" = ${id}::uuid`;
}
