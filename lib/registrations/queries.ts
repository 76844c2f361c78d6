import { db, type Transaction } from "#lib/platform/db";
import { isToken, tokenHash } from "#lib/platform/tokens";
import { findLink, type PersonalLink, visibleThrough } from "#lib/registrations/links";
import {
  isCancellable,
  isLive,
  keptUntil,
  LIVE_STATUSES,
  oneDayBefore,
  sequenceAt,
  undoUntil,
} from "#lib/registrations/rules";
import type { RegistrationsView, SeatView } from "#lib/registrations/schema";
import { calendarColumns, comingAt, replayColumns } from "#lib/webinars/queries";
import { isReplayPublic } from "#lib/webinars/rules";
import type { Prisma } from "#prisma/client";

/**
 * Name under which calendars know a registration, the same in messages and on screen.
 * The identifier of the row would not do: it holds the instant at which the row was made.
 */
export const calendarId = (id: string): string => tokenHash(id).toString("hex").slice(0, 32);

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
  newsletterAt: true,
  remindersOffAt: true,
  person: { select: { email: true } },
  questions: { select: { text: true }, orderBy: { createdAt: "asc" } },
  webinar: { select: { ...calendarColumns, ...replayColumns, previousStartsAt: true } },
} as const satisfies Prisma.RegistrationSelect;
type SeatRow = Prisma.RegistrationGetPayload<{ select: typeof seatColumns }>;

/** Where somebody who waits stands in line, from 1: those who came before, and themselves. */
export const positionOf = (
  client: Transaction,
  { webinarId, waitlistRank }: { webinarId: string; waitlistRank: number | null },
): Promise<number> =>
  client.registration.count({ where: { webinarId, status: "waiting", waitlistRank: { lte: waitlistRank ?? 0 } } });

/**
 * The address that a person proposed for theirs, from the link that was sent there.
 * @param at the present instant: it is confirmed within a day
 * @returns who they are and the new address as typed; null for any other link
 */
export async function findProposal(token: string, at: Date): Promise<{ personId: string; email: string } | null> {
  if (!isToken(token)) return null;
  return db.addressChange.findFirst({
    where: { tokenHash: tokenHash(token), createdAt: { gt: oneDayBefore(at) } },
    select: { personId: true, email: true },
  });
}

type OfEverySeat = "calendarId" | "sequence" | "cancellable" | "questions" | "webinar";

/** What its holder is shown of a seat that is theirs. */
async function ownState(row: SeatRow, at: Date): Promise<Omit<SeatView, OfEverySeat>> {
  const { status, cancelledAt, webinar } = row;
  const undo =
    status === "cancelled" && cancelledAt && !webinar.cancelledAt ? undoUntil(cancelledAt, webinar.startsAt) : null;
  return {
    state: status,
    position: status === "waiting" ? await positionOf(db, row) : null,
    offerExpiresAt: status === "offered" ? row.offerExpiresAt : null,
    undoUntil: undo && undo > at ? undo : null,
    present: row.presentAt !== null,
  };
}

/** What someone who typed a registered address is shown: what a newcomer would have been given then. */
function receiptState(row: SeatRow, grant: PersonalLink["grants"][number], at: Date): Omit<SeatView, OfEverySeat> {
  const nothing = { position: null, offerExpiresAt: null, undoUntil: null, present: false };
  const undo =
    grant.cancelRequestedAt && !row.webinar.cancelledAt
      ? undoUntil(grant.cancelRequestedAt, row.webinar.startsAt)
      : null;
  if (grant.cancelRequestedAt) return { ...nothing, state: "cancelled", undoUntil: undo && undo > at ? undo : null };
  if (grant.shownRank === null) return { ...nothing, state: "confirmed" };
  return { ...nothing, state: "waiting" };
}

async function seatView(row: SeatRow, link: PersonalLink, at: Date): Promise<SeatView> {
  const grant = link.grants.find(({ registrationId }) => registrationId === row.id);
  const state = grant?.scope === "receipt" ? receiptState(row, grant, at) : await ownState(row, at);
  const { sequence, replayUrl, replayPublishedAt, publishedAt, withdrawnAt, ...webinar } = row.webinar;
  const onScreen = link.personId === null;
  return {
    calendarId: calendarId(row.id),
    sequence: sequence + (onScreen ? sequenceAt(link.createdAt) : row.sequence),
    ...state,
    present: !onScreen && state.present,
    // A place in line that does not move when an address is typed tells that it was registered already.
    position: onScreen ? null : state.position,
    questions: onScreen ? [] : row.questions.map(({ text }) => text),
    cancellable: isCancellable(webinar, at),
    webinar: {
      ...webinar,
      replayPublic: isReplayPublic({ replayUrl, replayPublishedAt, publishedAt, withdrawnAt }, at),
    },
  };
}

/**
 * The person as their latest registration says it. What helps them, as those to come do, which a cycle hands on; reminders
 * come when one of the seats they hold has them.
 * @param at the present instant
 */
function personOf(rows: SeatRow[], at: Date): RegistrationsView["person"] {
  const latest = rows.at(-1);
  if (!latest) return null;
  const { firstName, lastName, profile, organisation, territory, newsletterAt } = latest;
  const coming = rows.filter(({ webinar }) => isCancellable(webinar, at));
  const held = rows.filter(({ status }) => isLive(status));
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
    reminders: (held.length ? held : [latest]).some(({ remindersOffAt }) => remindersOffAt === null),
    erasedOn: keptUntil("identity", latest.webinar.startsAt),
  };
}

/**
 * What stands behind a personal link: the registrations that it names, or everything under the address that it was sent to.
 * A link of the scope « receipt » looks the same as its owner's, whatever became of the request that was made with it.
 * @param at the present instant
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
  if (link.personId === null) return { seats, person: null, subscriptions: [], followable: [] };
  return { seats, person: personOf(rows, at), ...(await cyclesOf(link.personId, at)) };
}

/** The cycles that a person follows, and those of their coming sessions that they do not. @param at the present instant */
async function cyclesOf(personId: string, at: Date): Promise<Pick<RegistrationsView, "subscriptions" | "followable">> {
  const mine = { personId, status: { in: [...LIVE_STATUSES] } };
  const coming = { ...comingAt(at), registrations: { some: mine } };
  const columns = { slug: true, title: true };
  const cycles = await db.cycle.findMany({
    where: { OR: [{ subscriptions: { some: { personId } } }, { webinars: { some: coming } }] },
    select: { ...columns, subscriptions: { where: { personId }, select: { id: true } } },
    orderBy: { title: "asc" },
  });
  const named = (followed: boolean) =>
    cycles
      .filter(({ subscriptions }) => subscriptions.length > 0 === followed)
      .map(({ slug, title }) => ({ slug, title }));
  return { subscriptions: named(true), followable: named(false) };
}
