import { holdPartnerLink } from "#lib/partner-links/queries";
import type { Transaction } from "#lib/platform/db";
import { emailKey } from "#lib/platform/text";
import { visibleAt } from "#lib/publication/rules";
import { NEWSLETTER, NEWSLETTER_REPORTED } from "#lib/registrations/labels";
import { downgradeToReceipt } from "#lib/registrations/links";
import { admission, isLive, newsletterConsent, sequenceAt } from "#lib/registrations/rules";
import type { PersonInput } from "#lib/registrations/schema";
import { admissionColumns, allocateSeats, nextWaitlistRank } from "#lib/registrations/seats";
import { registrationState } from "#lib/webinars/rules";
import type { RegistrationOrigin } from "#prisma/enums";

/** What came of asking for a seat. */
export type Admission =
  | { outcome: "confirmed" | "waiting"; registrationId: string }
  /** The address was registered already: `waitlistRank` is what a newcomer would have been given, null for a seat. */
  | { outcome: "known"; registrationId: string; waitlistRank: number | null }
  | { outcome: "closed" | "cancelled" | "unknown" | "partner-link-full" };

/** What a person brings to each session. */
export type Applicant = PersonInput & {
  accessNeeds?: string | null;
  newsletter?: boolean;
  /** Code of the partner's link that they followed. */
  partnerLink?: string | undefined;
};

/**
 * A person comes in, under the lock of the session: a seat, or the end of the waiting list.
 * The same address on the same session is the same registration: nothing of it changes. A partner's link that brings
 * nobody more is said to everyone alike, before their address is looked up: the answer tells nothing of it.
 * @param at instant of the request
 */
export async function admit(
  tx: Transaction,
  webinarId: string,
  person: Applicant,
  origin: RegistrationOrigin,
  at: Date,
): Promise<Admission> {
  const webinar = await tx.webinar.findFirst({
    where: { id: webinarId, ...visibleAt(at) },
    select: { startsAt: true, cancelledAt: true },
  });
  if (!webinar) return { outcome: "unknown" };
  const state = registrationState({ ...webinar, capacity: null, taken: 0, waiting: 0 }, at);
  if (state === "closed" || state === "cancelled") return { outcome: state };
  const partnerLink = person.partnerLink ? await holdPartnerLink(tx, webinarId, person.partnerLink) : null;
  if (partnerLink?.usedUp) return { outcome: "partner-link-full" };
  const key = emailKey(person.email);
  const theirs = await tx.registration.findMany({
    where: { emailKey: key, anonymisedAt: null },
    select: { id: true, webinarId: true, status: true, sequence: true, remindersOffAt: true },
  });
  const known = theirs.find((one) => one.webinarId === webinarId);
  if (known) await downgradeToReceipt(tx, [known.id]);
  if (known && isLive(known.status)) {
    const seat = admission(await allocateSeats(tx, webinarId, at)) === "confirmed";
    return {
      outcome: "known",
      registrationId: known.id,
      waitlistRank: seat ? null : await nextWaitlistRank(tx, webinarId),
    };
  }
  const place = await admissionColumns(tx, webinarId, at);
  const { firstName, lastName, email, profile, organisation, territory, accessNeeds = null } = person;
  const fields = { firstName, lastName, email, profile, organisation, territory, accessNeeds };
  const agreed = person.newsletter ? (origin === "editor" ? NEWSLETTER_REPORTED : NEWSLETTER) : null;
  const kept = { ...newsletterConsent(agreed, at), origin, partnerLinkId: partnerLink?.id ?? null, createdAt: at };
  // Whoever asked for no reminders asked for all sessions; one that they gave back asks for nothing any more.
  const refused = theirs.find((one) => isLive(one.status) && one.remindersOffAt)?.remindersOffAt ?? null;
  const data = { ...fields, ...place, ...kept, remindersOffAt: refused, sequence: sequenceAt(at, known?.sequence) };
  const { id } = known
    ? await tx.registration.update({
        where: { id: known.id },
        data: { ...data, cancellationReason: null },
        select: { id: true },
      })
    : await tx.registration.create({ data: { ...data, webinarId, emailKey: key }, select: { id: true } });
  return { outcome: place.status, registrationId: id };
}
