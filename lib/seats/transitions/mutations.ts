import type { Transaction } from "#lib/platform/db";
import { TRANSITIONS } from "#lib/seats/rules";
import type { SeatChange, SeatEvent } from "#lib/seats/schema";
import type { Prisma } from "#prisma/client";

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

export async function applyToEach(
  tx: Transaction,
  event: Exclude<SeatEvent, "cancel">,
  people: readonly { id: string }[],
  at: Date,
  more?: Prisma.RegistrationUpdateManyMutationInput,
): Promise<SeatChange[]> {
  const changes: SeatChange[] = [];
  for (const { id } of people)
    if (await applyTransition(tx, event, id, at, more)) changes.push({ event, registrationId: id });
  return changes;
}
