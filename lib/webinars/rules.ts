import { Temporal } from "temporal-polyfill";
import { type Publication, publicationState } from "#lib/editorial/rules";
import { inZone, PARIS } from "#lib/platform/dates";
import type { WebinarChange, WebinarSummary, WebinarTerms } from "#lib/webinars/schema";

/** Whether a seat can be asked for, and if not, why. */
export type RegistrationState = "open" | "full" | "closed" | "cancelled";

/** Where a session stands in time. */
export type WebinarState = "upcoming" | "running" | "past";

type Seats = Pick<WebinarSummary, "startsAt" | "cancelledAt" | "capacity" | "taken" | "waiting">;

/** Whether so few seats are left that it is worth saying. */
export const areFew = (left: number): boolean => left <= 20;

/**
 * Whether a seat can be asked for. Registrations close when the session starts.
 * A capacity lowered under the seats already taken evicts nobody: the session is full. So is one with a free seat that
 * somebody in the waiting list is about to be offered.
 * @param at the present instant
 */
export function registrationState(webinar: Seats, at: Date): RegistrationState {
  if (webinar.cancelledAt) return "cancelled";
  if (webinar.startsAt <= at) return "closed";
  if (webinar.capacity === null) return "open";
  return webinar.taken >= webinar.capacity || webinar.waiting > 0 ? "full" : "open";
}

type Replay = Publication & { replayUrl: string | null; replayPublishedAt: Date | null };

/** Whether the public may watch the replay of a session. @param at the present instant */
export const isReplayPublic = ({ replayUrl, replayPublishedAt, ...webinar }: Replay, at: Date): boolean =>
  replayUrl !== null &&
  replayPublishedAt !== null &&
  replayPublishedAt <= at &&
  publicationState(webinar, at) === "published";

/**
 * Players that can be shown in our pages, on their hosts that set the fewest traces: how to know an address of theirs,
 * and how each is told to begin at a second.
 */
const PLAYERS: [address: RegExp, player: (id: string, second: number, key?: string) => string][] = [
  [
    /^https:\/\/(?:(?:www\.|m\.)?youtube(?:-nocookie)?\.com\/(?:watch\?(?:.*&)?v=|live\/|embed\/)|youtu\.be\/)([\w-]{11})(?:[?&#/]|$)/,
    (id, second) => `https://www.youtube-nocookie.com/embed/${id}${second ? `?start=${second}` : ""}`,
  ],
  [
    // An unlisted film has a key of its own.
    /^https:\/\/(?:www\.|player\.)?vimeo\.com\/(?:video\/)?(\d+)(?:\/(\w+))?(?:[?#/]|$)/,
    (id, second, key) =>
      `https://player.vimeo.com/video/${id}?dnt=1${key ? `&h=${key}` : ""}${second ? `#t=${second}s` : ""}`,
  ],
];

/**
 * The player of a replay that can be shown in the page.
 * @param second where it begins, in seconds from the start
 * @returns null when the replay can only be watched where it is
 */
export function playerOf(replayUrl: string, second = 0): string | null {
  for (const [address, player] of PLAYERS) {
    const [, id, key] = address.exec(replayUrl) ?? [];
    if (id) return player(id, second, key);
  }
  return null;
}

/** A time code that begins a line of a transcript: [01:02:34], or [12:34]. A link is none. */
const TIME_CODE = /^[ \t]*\[((?:\d{1,2}:[0-5]\d|\d{1,3}):[0-5]\d)\](?!\():?[ \t]*/gm;

/** The second that a time code names. @param code hh:mm:ss or mm:ss */
export const secondOf = (code: string): number => code.split(":").reduce((sum, part) => sum * 60 + Number(part), 0);

const sixties = (second: number) => [Math.floor(second / 3600), Math.floor(second / 60) % 60, second % 60] as const;

/** « 00:12:34 »: how a moment of the replay is written in a transcript. @param second a whole number of them */
export const timeCode = (second: number): string =>
  sixties(second)
    .map((part) => String(part).padStart(2, "0"))
    .join(":");

/** « 12 min 34 s »: a moment of the replay, in words that no hour of the day is mistaken for. */
export function momentWords(second: number): string {
  const [hours, minutes, seconds] = sixties(second);
  const words = [hours && `${hours} h`, (hours || minutes) && `${minutes} min`, `${seconds} s`];
  return words.filter(Boolean).join(" ").replaceAll(" ", "\u00A0");
}

/** The name of a passage in the page of its session. */
export const momentId = (second: number): string => `t-${second}`;

/** A transcript in which each time code begins a paragraph. @param write what stands there for a second of the replay */
export const withMoments = (transcript: string, write: (second: number) => string): string =>
  transcript.replace(TIME_CODE, (_, code: string) => `\n${write(secondOf(code))} `).trimStart();

/** What of a session its registrants go by. */
export const termsOf = ({ startsAt, durationMinutes, cancelled, capacity }: WebinarTerms): WebinarTerms => ({
  startsAt,
  durationMinutes,
  cancelled,
  capacity,
});

const moment = ({ startsAt, durationMinutes, cancelled }: WebinarTerms) =>
  `${startsAt.toISOString()}/${durationMinutes}/${cancelled}`;

/** Names a change, so that agreeing to one is not agreeing to another. */
export const changeFingerprint = ({ before, after }: WebinarChange): string => `${moment(before)}>${moment(after)}`;

/** What calendars must learn: RFC 5546 §2.1.4 has SEQUENCE grow when the date, the length or the status changes. */
export const concernsCalendars = ({ before, after }: WebinarChange): boolean => moment(before) !== moment(after);

/** Whether a session that was to come was given another start; one of the past was only noted wrong. @param at instant of the change */
export const isMoved = ({ before, after }: WebinarChange, at: Date): boolean =>
  before.startsAt.getTime() !== after.startsAt.getTime() && (before.startsAt > at || after.startsAt > at);

/** A question asked of a session, with its answer in Markdown. */
export type AnsweredQuestion = { text: string; answer: string };

/** What people typed, as a line of Markdown that means nothing else. */
const plain = (text: string) => text.replace(/[\\`*_[\]<>#|~]/g, "\\$&").replace(/\s+/g, " ");

/**
 * The text of a resource made from a session: what it was about, what was asked, what was said. Markdown.
 * @param session.page address of the page where its transcript is searched, and its replay begins at any second of it
 * @param session.texts what it says besides, and that a resource has no column for
 */
export function replayBody(
  { texts = [], body, transcript, page }: { texts?: readonly string[]; body: string; transcript: string; page: string },
  questions: readonly AnsweredQuestion[],
): string {
  const asked = questions.map(({ text, answer }) => `**${plain(text)}**\n\n${answer}`);
  const said = withMoments(transcript, (second) => `*${momentWords(second)}* –`);
  const guide = `[La page de la séance](${page}) permet de chercher un mot dans ce texte, et d’aller au passage qui le dit.`;
  return [
    ...texts.map(plain),
    body,
    ...(asked.length ? ["## Les questions posées", ...asked] : []),
    ...(transcript ? ["## Transcription", ...(said === transcript ? [] : [guide]), said] : []),
  ].join("\n\n");
}

/** The instant at which a session ends. */
export const endsAt = ({ startsAt, durationMinutes }: Pick<WebinarSummary, "startsAt" | "durationMinutes">): Date =>
  new Date(startsAt.getTime() + durationMinutes * 60_000);

/** Where a session stands in time; it is running from its first instant, past from its last. @param at the present instant */
export function webinarState(webinar: Pick<WebinarSummary, "startsAt" | "durationMinutes">, at: Date): WebinarState {
  if (at < webinar.startsAt) return "upcoming";
  return at < endsAt(webinar) ? "running" : "past";
}

/**
 * Territories that live by other clocks than those of Paris, named as their people name them, from the earliest hour to
 * the latest: none that changes its clocks goes past another.
 */
const OVERSEAS: readonly [territory: string, zone: string][] = [
  ["Polynésie française", "Pacific/Tahiti"],
  ["Guadeloupe", "America/Guadeloupe"],
  ["Martinique", "America/Martinique"],
  ["Saint-Barthélemy", "America/St_Barthelemy"],
  ["Saint-Martin", "America/Marigot"],
  ["Guyane", "America/Cayenne"],
  ["Saint-Pierre-et-Miquelon", "America/Miquelon"],
  ["Mayotte", "Indian/Mayotte"],
  ["La Réunion", "Indian/Reunion"],
  ["Nouvelle-Calédonie", "Pacific/Noumea"],
  ["Wallis-et-Futuna", "Pacific/Wallis"],
];

/** Territories that share the same hour, and whether their day is another than that of Paris. */
export type OverseasTime = { territories: string[]; zone: string; otherDay: boolean };

/** The clocks of the overseas territories at an instant, from the earliest hour to the latest: some change in summer, some never. */
export function overseasTimes(instant: Date): OverseasTime[] {
  const clock = (zone: string) => inZone(instant, zone).toPlainDateTime().toString();
  const day = (zone: string) => clock(zone).slice(0, "2027-01-21".length);
  const groups = Map.groupBy(OVERSEAS, ([, zone]) => clock(zone));
  return [...groups.values()].map((members) => {
    const zone = members[0]?.[1] ?? PARIS;
    return { territories: members.map(([territory]) => territory), zone, otherDay: day(zone) !== day(PARIS) };
  });
}

/** The instants between which a year lasts in Paris, the end excluded. */
export function yearInstants(year: number): { gte: Date; lt: Date } {
  const start = (y: number) =>
    new Date(Temporal.PlainDate.from({ year: y, month: 1, day: 1 }).toZonedDateTime(PARIS).epochMilliseconds);
  return { gte: start(year), lt: start(year + 1) };
}
