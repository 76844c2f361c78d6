import { inParis } from "#lib/platform/dates";
import { webinarState } from "#lib/webinars/rules";
import type { RegistrationStatus } from "#prisma/enums";

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** How long an offered seat is kept, when the session leaves the time. */
const OFFER_MS = 24 * HOUR_MS;
/** An answer that comes later would leave the next in line no time to come. */
const OFFER_ENDS_BEFORE_MS = 2 * HOUR_MS;
/** Less than this to answer, and the seat is given without a question. */
const SHORTEST_OFFER_MS = HOUR_MS;
/** How long a cancellation can be undone. */
const UNDO_MS = 24 * HOUR_MS;

/** How many people a session holds. */
export type SeatCounts = {
  /** Null means no limit. */
  capacity: number | null;
  confirmed: number;
  offered: number;
  waiting: number;
};

/** What can happen to a registration. */
export type SeatEvent = "cancel" | "offer" | "give" | "accept" | "expire" | "withdraw";

/** The state machine of a registration: from which states each event leads where. Coming in is `arrival`. */
export const TRANSITIONS = {
  cancel: { from: ["confirmed", "waiting", "offered"], to: "cancelled" },
  offer: { from: ["waiting"], to: "offered" },
  give: { from: ["waiting", "offered"], to: "confirmed" },
  accept: { from: ["offered"], to: "confirmed" },
  expire: { from: ["offered"], to: "expired" },
  withdraw: { from: ["offered"], to: "waiting" },
} as const satisfies Record<SeatEvent, { from: readonly RegistrationStatus[]; to: RegistrationStatus }>;

/** States in which a person counts on the session; in the others the same address may come in again. */
export const LIVE_STATUSES = ["confirmed", "waiting", "offered"] as const satisfies RegistrationStatus[];
export type LiveStatus = (typeof LIVE_STATUSES)[number];

/** Whether a person in this state counts on the session. */
export const isLive = (status: RegistrationStatus): status is LiveStatus =>
  (LIVE_STATUSES as readonly RegistrationStatus[]).includes(status);

/** How many people count on a session. @param counts people in each state */
export const liveAmong = (counts: Partial<Record<RegistrationStatus, number>>): number =>
  LIVE_STATUSES.reduce((sum, status) => sum + (counts[status] ?? 0), 0);

/** Seats that nobody has and nobody was offered; negative after a capacity was lowered, Infinity without limit. */
export const freeSeats = ({ capacity, confirmed, offered }: SeatCounts): number =>
  capacity === null ? Number.POSITIVE_INFINITY : capacity - confirmed - offered;

/** What a newcomer gets: a seat when one is free and nobody waits for it, else the end of the list. */
export const admission = (tally: SeatCounts): "confirmed" | "waiting" =>
  freeSeats(tally) > 0 && tally.waiting === 0 ? "confirmed" : "waiting";

/** What is done of the waiting list, in this order; each number counts people. */
export type SeatAllocation = {
  /** Last offers that a lowered capacity takes back; their holders are first in line again. */
  withdrawn: number;
  /** Offers that become seats without a question. */
  givenToOffered: number;
  /** First in line who get a seat without a question. */
  givenToWaiting: number;
  /** First in line who are offered a seat. */
  offered: number;
};

/**
 * What a session owes its waiting list. A freed seat is offered; a raised capacity gives seats at once, those who hold
 * an offer first; lowering evicts nobody, and only takes back what nobody has accepted yet.
 * @param options.raised whether the capacity has just been raised
 * @param options.ask whether there is time to ask: without it, seats are given
 */
export function seatAllocation(tally: SeatCounts, options: { raised: boolean; ask: boolean }): SeatAllocation {
  const free = freeSeats(tally);
  const withdrawn = Math.min(tally.offered, Math.max(0, -free));
  const servable = Math.min(tally.waiting, Math.max(0, free));
  const give = options.raised || !options.ask;
  return {
    withdrawn,
    givenToOffered: options.raised ? tally.offered - withdrawn : 0,
    givenToWaiting: give ? servable : 0,
    offered: give ? 0 : servable,
  };
}

/**
 * Until when a seat freed now is kept for the first in line: 24 hours, and two hours before the session at the latest.
 * @param at the present instant
 * @returns null when that leaves less than an hour to answer: the seat is then given without a question
 */
export function offerDeadline(at: Date, startsAt: Date): Date | null {
  const deadline = Math.min(at.getTime() + OFFER_MS, startsAt.getTime() - OFFER_ENDS_BEFORE_MS);
  return deadline - at.getTime() >= SHORTEST_OFFER_MS ? new Date(deadline) : null;
}

/**
 * Until when a cancellation can be undone: 24 hours, and never once the session has begun.
 * @param cancelledAt instant of the cancellation
 */
export const undoUntil = (cancelledAt: Date, startsAt: Date): Date =>
  new Date(Math.min(cancelledAt.getTime() + UNDO_MS, startsAt.getTime()));

/**
 * Messages that a stranger can provoke by typing somebody's address leave at most once an hour.
 * @param at the present instant
 * @returns the instant after which such a message has been sent too recently
 */
export const oneHourBefore = (at: Date): Date => new Date(at.getTime() - HOUR_MS);

/** A new address is confirmed within a day. @param at the present instant */
export const oneDayBefore = (at: Date): Date => new Date(at.getTime() - 24 * HOUR_MS);

/** Whether a seat can still be given back: until the session starts. @param at the present instant */
export const isCancellable = ({ startsAt }: { startsAt: Date }, at: Date): boolean => at < startsAt;

/**
 * What a personal page tells of a seat. `withdrawn`: the team cancelled the session. `left`: the person cancelled.
 * `closed`: the session began while they waited.
 */
export type SeatPhase =
  | "coming"
  | "waiting"
  | "offered"
  | "left"
  | "expired"
  | "withdrawn"
  | "running"
  | "closed"
  | "over";

type Seat = {
  state: RegistrationStatus;
  webinar: { startsAt: Date; durationMinutes: number; cancelledAt: Date | null };
};

/** Where a seat stands for its holder. @param at the present instant */
export function seatPhase({ state, webinar }: Seat, at: Date): SeatPhase {
  if (state === "cancelled") return "left";
  if (webinar.cancelledAt) return "withdrawn";
  const phase = webinarState(webinar, at);
  if (phase === "past") return "over";
  if (phase === "running") return state === "confirmed" ? "running" : "closed";
  return state === "confirmed" ? "coming" : state;
}

/**
 * What is kept of a box that asks for the newsletter: when it was ticked, and what it said.
 * @param words of the box; null when it was not ticked
 */
export const newsletterConsent = (words: string | null, at: Date) => ({
  newsletterAt: words === null ? null : at,
  newsletterNotice: words,
});

/** How long what people confide is kept after their session: the durations of the page « Données personnelles ». */
const KEPT = { identity: { months: 6 }, accessNeeds: { days: 30 } } as const;

/**
 * The instant from which something confided for a session is kept no longer.
 * @param startsAt start of the session; months are counted in Paris
 */
export const keptUntil = (what: keyof typeof KEPT, startsAt: Date): Date =>
  new Date(inParis(startsAt).add(KEPT[what]).epochMilliseconds);

/** A SEQUENCE holds 31 bits: seconds since then fit until 2088. */
const FIRST_CALENDAR_MS = Date.UTC(2020, 0, 1);

/**
 * What a registration taken, given back or taken again adds to the SEQUENCE of its session in calendars. Seconds grow as a
 * count would (RFC 5545 §3.8.7.4), and tell nothing of how often it changed: whoever registers again is above all that
 * was mailed before, and looks like a newcomer.
 * @param at instant of the change
 * @param previous what it added before, which two changes within a second must pass
 */
export const sequenceAt = (at: Date, previous = -1): number =>
  Math.max(previous + 1, Math.floor((at.getTime() - FIRST_CALENDAR_MS) / 1000));

/** Where most visitors read their mail. */
const COMMON_HOSTS =
  "gmail.com orange.fr wanadoo.fr free.fr hotmail.fr hotmail.com outlook.fr outlook.com yahoo.fr yahoo.com laposte.net sfr.fr live.fr icloud.com bbox.fr neuf.fr".split(
    " ",
  );
/** One slip away from those, and real. */
const OTHER_HOSTS = ["mail.com", "ymail.com", "fred.fr", "free.com", "orange.com"];

/** Whether two words differ by one slip of the fingers: a letter too many, missing, changed, or two letters swapped. */
function isOneSlip(one: string, other: string): boolean {
  if (one === other) return false;
  let start = 0;
  while (start < one.length && one[start] === other[start]) start += 1;
  let end = 0;
  while (end < Math.min(one.length, other.length) - start && one.at(-1 - end) === other.at(-1 - end)) end += 1;
  const left = one.slice(start, one.length - end);
  const right = other.slice(start, other.length - end);
  if (left.length <= 1 && right.length <= 1) return true;
  return left.length === 2 && right === `${left[1]}${left[0]}`;
}

/**
 * The address that was probably meant, when the host is one slip away from that of a common mailbox.
 * @param email as typed
 * @returns null when there is nothing to propose
 */
export function likelyAddress(email: string): string | null {
  const at = email.lastIndexOf("@");
  const host = email.slice(at + 1).toLowerCase();
  if (at < 1 || COMMON_HOSTS.includes(host) || OTHER_HOSTS.includes(host)) return null;
  const meant = host === "gmail.fr" ? "gmail.com" : COMMON_HOSTS.find((common) => isOneSlip(host, common));
  return meant === undefined ? null : `${email.slice(0, at + 1)}${meant}`;
}

/** Some alphabets need joiners, and some letters a variant; the rest of what is not seen hides or turns round what follows. */
const UNSEEN = /(?!\u200C|\u200D|\p{VS})\p{DI}/gu;
const JOINERS = /\u200C|\u200D/g;
/** What mailboxes make a link of. */
const ADDRESS = /[/\\]|www\.|@|(?:[\p{L}\p{M}\p{N}]-*[\p{L}\p{M}]|\p{N})[.。．｡][\p{L}\p{N}]{2}/iu;
const NOT_WRITTEN = /(?!\u200C|\u200D)\p{C}|\p{M}{6}/u;

/** A text without the signs that nobody sees, which come along when it is copied. */
export const withoutUnseen = (text: string): string => text.replace(UNSEEN, "");

/** Whether a name holds an address; « M.Dupont » is none. */
export const holdsAddress = (name: string): boolean => ADDRESS.test(name.replace(JOINERS, ""));

/** Whether something is written as names are, in any alphabet. */
export const isWritten = (name: string): boolean => /\p{L}/u.test(name) && !NOT_WRITTEN.test(name);
