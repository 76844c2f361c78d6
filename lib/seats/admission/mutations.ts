import { holdPartnerLink } from "#lib/partner-links/queries";
import { NEWSLETTER, NEWSLETTER_REPORTED } from "#lib/people/labels";
import { beginAnew } from "#lib/people/links/mutations";
import { peopleFor, personFor } from "#lib/people/mutations";
import { newsletterConsent } from "#lib/people/rules";
import type { Transaction } from "#lib/platform/db";
import { orderedIds } from "#lib/platform/ordered-ids";
import { emailKey } from "#lib/platform/text";
import { publicationState } from "#lib/publication/rules";
import type { Admission, Applicant, Newcomer } from "#lib/seats/admission/schema";
import { isLive, sequenceAt } from "#lib/seats/rules";
import type { SeatChange } from "#lib/seats/schema";
import { allocateSeats, isSettled } from "#lib/seats/waitlist/mutations";
import { countSeats, nextWaitlistRank } from "#lib/seats/waitlist/queries";
import { admission } from "#lib/seats/waitlist/rules";
import type { HeldSession } from "#lib/seats/waitlist/schema";
import { registrationState } from "#lib/webinars/rules";
import { Prisma } from "#prisma/client";
import type { RegistrationOrigin, RegistrationStatus } from "#prisma/enums";

/** The change of whoever comes in with this status. */
export const entry = (registrationId: string, status: "confirmed" | "waiting"): SeatChange => ({
  event: status === "confirmed" ? "confirm" : "wait",
  registrationId,
});

/** The columns of whoever comes in now: a seat, or the end of the list. */
export async function admissionColumns(tx: Transaction, webinarId: string, at: Date, counted?: HeldSession) {
  const { changes, counts } = await allocateSeats(tx, webinarId, at, { counted });
  const status = admission(counts);
  const waitlistRank = status === "waiting" ? await nextWaitlistRank(tx, webinarId) : null;
  return { changes, columns: columnsOf(status, waitlistRank, at) };
}

const columnsOf = (status: "confirmed" | "waiting", waitlistRank: number | null, at: Date) => ({
  status,
  waitlistRank,
  confirmedAt: status === "confirmed" ? at : null,
  offerExpiresAt: null,
  cancelledAt: null,
});

type OtherSeat = { status: RegistrationStatus; remindersOffAt: Date | null };

/** What somebody says of themselves, and what goes with them from one session to the next. */
function personColumns(person: Applicant, theirs: readonly OtherSeat[], origin: RegistrationOrigin, at: Date) {
  const { firstName, lastName, profile, organisation, territory, accessNeeds = null, formAnswers } = person;
  const agreed = person.newsletter ? (origin === "editor" ? NEWSLETTER_REPORTED : NEWSLETTER) : null;
  return {
    ...{ firstName, lastName, profile, organisation, territory, accessNeeds, origin, createdAt: at },
    formAnswers: formAnswers ?? Prisma.DbNull,
    ...newsletterConsent(agreed, at),
    // Whoever asked for no reminders asked for all sessions; one that they gave back asks for nothing any more.
    remindersOffAt: theirs.find((seat) => isLive(seat.status) && seat.remindersOffAt)?.remindersOffAt ?? null,
  };
}

/** @returns null when it takes registrations */
function refusalOf(session: HeldSession, at: Date): "unknown" | "closed" | "cancelled" | null {
  if (publicationState(session, at) !== "published") return "unknown";
  const state = registrationState({ ...session, capacity: null, full: false }, at);
  return state === "closed" || state === "cancelled" ? state : null;
}

const seatColumns = { id: true, webinarId: true, status: true, sequence: true, remindersOffAt: true } as const;

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
  const refused = refusalOf(session, at);
  if (refused) return { outcome: refused, changes: [] };
  const partnerLink = person.partnerLink ? await holdPartnerLink(tx, webinarId, person.partnerLink) : null;
  if (partnerLink?.usedUp) return { outcome: "partner-link-full", changes: [] };
  const { id: personId, isNew } = await personFor(tx, person.email, at);
  const theirs = isNew ? [] : await tx.registration.findMany({ where: { personId }, select: seatColumns });
  const existing = theirs.find((seat) => seat.webinarId === webinarId);
  if (existing) await beginAnew(tx, existing.id);
  if (existing && isLive(existing.status))
    return {
      outcome: "existing",
      registrationId: existing.id,
      ...(await newcomersRank(tx, webinarId, at, { counted: session })),
    };
  const { changes, columns } = await admissionColumns(tx, webinarId, at, session);
  const kept = { ...personColumns(person, theirs, origin, at), partnerLinkId: partnerLink?.id ?? null };
  const data = { ...columns, ...kept, sequence: sequenceAt(at, existing?.sequence) };
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

/**
 * As `admit`, of people who come in together at a session that owes its waiting list nothing, in their order.
 * @returns nothing for whoever is no plain newcomer there: nothing of theirs is written, they are to be admitted alone
 */
export async function admitTogether(
  tx: Transaction,
  webinarId: string,
  people: readonly Omit<Applicant, "partnerLink">[],
  at: Date,
): Promise<(Newcomer | null)[]> {
  const session = await countSeats(tx, webinarId);
  if (refusalOf(session, at) || !isSettled(session)) return people.map(() => null);
  const emails = people.map(({ email }) => email);
  const found = await peopleFor(tx, emails, at);
  const known = [...found.values()].flatMap(({ id, isNew }) => (isNew ? [] : [id]));
  const seats = known.length
    ? await tx.registration.findMany({
        where: { personId: { in: known } },
        select: { ...seatColumns, personId: true },
      })
    : [];
  const here = new Set(seats.flatMap((seat) => (seat.webinarId === webinarId ? [seat.personId] : [])));
  let rank: number | null = null;
  const counts = { ...session };
  const newcomers: (Newcomer | null)[] = [];
  const rows: Prisma.RegistrationCreateManyInput[] = [];
  const ids = orderedIds(people.length);
  for (const [index, person] of people.entries()) {
    const personId = found.get(emailKey(person.email))?.id ?? null;
    if (personId === null || here.has(personId)) {
      newcomers.push(null);
      continue;
    }
    here.add(personId);
    const outcome = admission(counts);
    counts[outcome] += 1;
    if (outcome === "waiting") rank = rank === null ? await nextWaitlistRank(tx, webinarId) : rank + 1;
    const columns = columnsOf(outcome, outcome === "waiting" ? rank : null, at);
    const theirs = seats.filter((seat) => seat.personId === personId);
    const id = ids[index] as string;
    const kept = { ...personColumns(person, theirs, "form", at), partnerLinkId: null, sequence: sequenceAt(at) };
    rows.push({ id, webinarId, personId, ...columns, ...kept });
    newcomers.push({ registrationId: id, outcome, waitlistRank: columns.waitlistRank });
  }
  await tx.registration.createMany({ data: rows });
  return newcomers;
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
