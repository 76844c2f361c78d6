import { cyclesOf } from "#lib/enrolment/cycle/queries";
import type { RegistrationsView, SeatView } from "#lib/enrolment/page/schema";
import { askedFormFields } from "#lib/form-fields/queries";
import { storedAnswers } from "#lib/form-fields/rules";
import { findLink } from "#lib/people/links/queries";
import { powersOf, visibleThrough } from "#lib/people/links/rules";
import type { PersonalLink, Shown } from "#lib/people/links/schema";
import { keptUntil } from "#lib/people/rules";
import { db } from "#lib/platform/db";
import { calendarId } from "#lib/seats/queries";
import { isCancellable, isLive, sequenceAt, undoUntil } from "#lib/seats/rules";
import { positionOf } from "#lib/seats/waitlist/queries";
import { calendarColumns, replayColumns } from "#lib/webinars/queries";
import { isForecastOf, isReplayPublic } from "#lib/webinars/rules";
import type { Prisma } from "#prisma/client";

const seatColumns = {
  id: true,
  webinarId: true,
  status: true,
  waitlistRank: true,
  offerExpiresAt: true,
  cancelledAt: true,
  presentAt: true,
  sequence: true,
  firstName: true,
  lastName: true,
  profile: true,
  organisation: true,
  territory: true,
  accessNeeds: true,
  formAnswers: true,
  newsletterAt: true,
  remindersOffAt: true,
  person: { select: { email: true } },
  questions: { select: { text: true }, orderBy: { createdAt: "asc" } },
  webinar: {
    select: {
      ...calendarColumns,
      ...replayColumns,
      previousStartsAt: true,
      roomOpenedAt: true,
      updatedAt: true,
      formFields: askedFormFields,
    },
  },
} as const satisfies Prisma.RegistrationSelect;
type SeatRow = Prisma.RegistrationGetPayload<{ select: typeof seatColumns }>;

type State = Pick<SeatView, "state" | "position" | "offerExpiresAt" | "undoUntil">;

/** Until when a cancellation can still be undone. */
function undoable(cancelledAt: Date | null, { webinar }: SeatRow, at: Date): Date | null {
  const last = cancelledAt && !webinar.cancelledAt ? undoUntil(cancelledAt, webinar.startsAt) : null;
  return last && last > at ? last : null;
}

async function ownState(row: SeatRow, at: Date): Promise<State> {
  const { status, cancelledAt, offerExpiresAt } = row;
  return {
    state: status,
    position: status === "waiting" ? await positionOf(db, row) : null,
    offerExpiresAt: status === "offered" ? offerExpiresAt : null,
    undoUntil: undoable(status === "cancelled" ? cancelledAt : null, row, at),
  };
}

const shownState = ({ status, cancelRequestedAt }: Shown, row: SeatRow, at: Date): State => ({
  state: status,
  position: null,
  offerExpiresAt: null,
  undoUntil: undoable(cancelRequestedAt, row, at),
});

async function seatView(row: SeatRow, link: PersonalLink, at: Date): Promise<SeatView> {
  const { shown, verifiedPersonId } = powersOf(link, row.id);
  const onScreen = verifiedPersonId === null;
  const state = shown ? shownState(shown, row, at) : await ownState(row, at);
  const {
    sequence,
    replayUrl,
    replayPublishedAt,
    publishedAt,
    withdrawnAt,
    cycle,
    confidence,
    formFields,
    ...webinar
  } = row.webinar;
  return {
    calendarId: calendarId(row.id),
    sequence: sequence + (onScreen ? sequenceAt(link.createdAt) : row.sequence),
    ...state,
    present: !onScreen && row.presentAt !== null,
    // A place in line that does not move when an address is typed tells that it was registered already.
    position: onScreen ? null : state.position,
    questions: onScreen ? [] : row.questions.map(({ text }) => text),
    form: onScreen ? { fields: [], answers: {} } : { fields: formFields, answers: storedAnswers(row.formAnswers) },
    cancellable: isCancellable(webinar, at),
    webinar: {
      ...webinar,
      forecast: isForecastOf({ cycle, confidence }),
      replayPublic: isReplayPublic({ replayUrl, replayPublishedAt, publishedAt, withdrawnAt }, at),
    },
  };
}

/**
 * The person as their latest registration says it. What helps them, as those to come do, which a cycle hands on; reminders
 * come when one of the seats they hold has them.
 */
function personOf(rows: SeatRow[], at: Date): RegistrationsView["person"] {
  const latest = rows.at(-1);
  if (!latest) return null;
  const { firstName, lastName, profile, organisation, territory, newsletterAt } = latest;
  const coming = rows.filter(({ webinar }) => isCancellable(webinar, at));
  const live = rows.filter(({ status }) => isLive(status));
  const needs =
    (coming.length ? coming : [latest]).findLast(({ accessNeeds }) => accessNeeds !== null)?.accessNeeds ?? null;
  return {
    firstName,
    lastName,
    email: latest.person?.email ?? "",
    profile,
    organisation,
    territory,
    accessNeeds: needs,
    newsletter: newsletterAt !== null,
    reminders: (live.length ? live : [latest]).some(({ remindersOffAt }) => remindersOffAt === null),
    erasedOn: keptUntil("identity", latest.webinar.startsAt),
  };
}

/**
 * What stands behind a personal link: the registrations that it names, or everything under the address that it was sent to.
 * @returns null when no registration has this link
 */
export async function findRegistrations(token: string, at: Date): Promise<RegistrationsView | null> {
  const link = await findLink(token);
  if (!link) return null;
  const rows = await db.registration.findMany({
    where: { ...visibleThrough(link), anonymisedAt: null },
    select: seatColumns,
    orderBy: [{ webinar: { startsAt: "asc" } }, { id: "asc" }],
  });
  if (!rows.length) return null;
  const seats: SeatView[] = [];
  for (const row of rows) seats.push(await seatView(row, link, at));
  const { verifiedPersonId } = powersOf(link);
  if (verifiedPersonId === null)
    return { seats, person: null, sentTo: link.shownAddress, subscriptions: [], followable: [] };
  return { seats, person: personOf(rows, at), sentTo: null, ...(await cyclesOf(verifiedPersonId, at)) };
}
