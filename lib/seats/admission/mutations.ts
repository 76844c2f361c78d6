import { holdPartnerLink } from "#lib/partner-links/queries";
import { NEWSLETTER, NEWSLETTER_REPORTED } from "#lib/people/labels";
import { beginAnew } from "#lib/people/links/mutations";
import { personFor } from "#lib/people/mutations";
import { newsletterConsent } from "#lib/people/rules";
import type { Transaction } from "#lib/platform/db";
import { publicationState } from "#lib/publication/rules";
import type { Admission, Applicant } from "#lib/seats/admission/schema";
import { isLive, sequenceAt } from "#lib/seats/rules";
import type { SeatChange } from "#lib/seats/schema";
import { allocateSeats } from "#lib/seats/waitlist/mutations";
import { countSeats, nextWaitlistRank } from "#lib/seats/waitlist/queries";
import { admission } from "#lib/seats/waitlist/rules";
import type { HeldSession } from "#lib/seats/waitlist/schema";
import { registrationState } from "#lib/webinars/rules";
import type { RegistrationOrigin } from "#prisma/enums";

/** The change of whoever comes in with this status. */
export const entry = (registrationId: string, status: "confirmed" | "waiting"): SeatChange => ({
  event: status === "confirmed" ? "confirm" : "wait",
  registrationId,
});

/** The columns of whoever comes in now: a seat, or the end of the list. */
export async function admissionColumns(tx: Transaction, webinarId: string, at: Date, counted?: HeldSession) {
  const { changes, counts } = await allocateSeats(tx, webinarId, at, { counted });
  const status = admission(counts);
  const columns = {
    status,
    waitlistRank: status === "waiting" ? await nextWaitlistRank(tx, webinarId) : null,
    confirmedAt: status === "confirmed" ? at : null,
    offerExpiresAt: null,
    cancelledAt: null,
  };
  return { changes, columns };
}

/**
 * A person comes in, under the lock of the session: a seat, or the end of the waiting list.
 * The same address on the same session is the same registration: nothing of it changes. A partner's link that brings
 * nobody more is said to everyone alike, before their address is looked up: the answer tells nothing of it.
 */
export async function admit(
  tx: Transaction,
  webinarId: string,
  person: Applicant,
  origin: RegistrationOrigin,
  at: Date,
): Promise<Admission> {
  const session = await countSeats(tx, webinarId);
  if (publicationState(session, at) !== "published") return { outcome: "unknown", changes: [] };
  const state = registrationState({ ...session, capacity: null, full: false }, at);
  if (state === "closed" || state === "cancelled") return { outcome: state, changes: [] };
  const partnerLink = person.partnerLink ? await holdPartnerLink(tx, webinarId, person.partnerLink) : null;
  if (partnerLink?.usedUp) return { outcome: "partner-link-full", changes: [] };
  const { id: personId, isNew } = await personFor(tx, person.email, at);
  const theirs = isNew
    ? []
    : await tx.registration.findMany({
        where: { personId },
        select: { id: true, webinarId: true, status: true, sequence: true, remindersOffAt: true },
      });
  const existing = theirs.find((seat) => seat.webinarId === webinarId);
  if (existing) await beginAnew(tx, existing.id);
  if (existing && isLive(existing.status))
    return {
      outcome: "existing",
      registrationId: existing.id,
      ...(await newcomersRank(tx, webinarId, at, { counted: session })),
    };
  const { changes, columns } = await admissionColumns(tx, webinarId, at, session);
  const { firstName, lastName, profile, organisation, territory, accessNeeds = null } = person;
  const fields = { firstName, lastName, profile, organisation, territory, accessNeeds };
  const agreed = person.newsletter ? (origin === "editor" ? NEWSLETTER_REPORTED : NEWSLETTER) : null;
  const kept = { ...newsletterConsent(agreed, at), origin, partnerLinkId: partnerLink?.id ?? null, createdAt: at };
  // Whoever asked for no reminders asked for all sessions; one that they gave back asks for nothing any more.
  const refused = theirs.find((seat) => isLive(seat.status) && seat.remindersOffAt)?.remindersOffAt ?? null;
  const sequence = sequenceAt(at, existing?.sequence);
  const data = { ...fields, ...columns, ...kept, remindersOffAt: refused, sequence };
  const { id } = existing
    ? await tx.registration.update({
        where: { id: existing.id },
        data: { ...data, cancellationReason: null },
        select: { id: true },
      })
    : await tx.registration.create({ data: { ...data, webinarId, personId }, select: { id: true } });
  const { status } = columns;
  const own: SeatChange =
    origin === "cycle" && status === "confirmed" ? { event: "add", registrationId: id } : entry(id, status);
  return { outcome: status, registrationId: id, waitlistRank: columns.waitlistRank, changes: [...changes, own] };
}

/** What a newcomer would be given: null for a seat, else a rank. @param options.without a registration seen as if it held nothing */
export async function newcomersRank(
  tx: Transaction,
  webinarId: string,
  at: Date,
  { without, counted }: { without?: string; counted?: HeldSession } = {},
): Promise<{ changes: SeatChange[]; waitlistRank: number | null }> {
  const { changes, counts } = await allocateSeats(tx, webinarId, at, { counted });
  const left = without ? await tx.registration.findUnique({ where: { id: without }, select: { status: true } }) : null;
  const others = { ...counts };
  if (left && isLive(left.status)) others[left.status] -= 1;
  const waitlistRank = admission(others) === "confirmed" ? null : await nextWaitlistRank(tx, webinarId);
  return { changes, waitlistRank };
}
