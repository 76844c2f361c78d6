import { Temporal } from "temporal-polyfill";
import { endsAt, inZone, PARIS } from "#lib/platform/dates";
import { type Publication, publicationState } from "#lib/publication/rules";
import type { WebinarChange, WebinarDetail, WebinarSummary, WebinarTerms } from "#lib/webinars/schema";
import { momentWords, withMoments } from "#lib/webinars/transcript/rules";

export type RegistrationState = "open" | "full" | "closed" | "cancelled";

export type WebinarState = "upcoming" | "running" | "past";

type Seats = Pick<WebinarSummary, "startsAt" | "cancelledAt" | "capacity" | "full">;

const FEW = 20;

/** Whether so few seats are left that it is worth saying: as they were counted last night, whoever registers today. */
export const areFewLeft = ({ capacity, seatsCounted }: Pick<WebinarSummary, "capacity" | "seatsCounted">): boolean =>
  capacity !== null && capacity - seatsCounted <= FEW;

/**
 * Registrations close when the session starts. One with a free seat that somebody in the waiting list is about to be
 * offered is full.
 */
export function registrationState(webinar: Seats, at: Date): RegistrationState {
  if (webinar.cancelledAt) return "cancelled";
  if (webinar.startsAt <= at) return "closed";
  return webinar.capacity !== null && webinar.full ? "full" : "open";
}

/** A session that one can still ask to come to. */
export const isComing = ({ startsAt, cancelledAt }: Pick<WebinarSummary, "startsAt" | "cancelledAt">, at: Date) =>
  startsAt > at && cancelledAt === null;

const OFFERED_INSTEAD = 2;
/** What to offer in place of a full session: those with a free seat, on the same need first, the soonest first. */
export function openInstead<Webinar extends WebinarSummary>(
  coming: readonly Webinar[],
  { need }: Pick<WebinarSummary, "need">,
  at: Date,
): Webinar[] {
  const open = coming.filter((webinar) => registrationState(webinar, at) === "open");
  const isAlike = (webinar: WebinarSummary) => need !== null && webinar.need?.slug === need.slug;
  return open.toSorted((a, b) => Number(isAlike(b)) - Number(isAlike(a))).slice(0, OFFERED_INSTEAD);
}

/** A programme that the team has not confirmed: neither the whole cycle, nor this session. */
export const isForecast = ({ provisional, confidence }: Pick<WebinarSummary, "provisional" | "confidence">): boolean =>
  provisional && confidence === "to_confirm";

export const isForecastOf = ({
  cycle,
  confidence,
}: Pick<WebinarSummary, "confidence"> & { cycle: { provisional: boolean } }) =>
  isForecast({ provisional: cycle.provisional, confidence });

/** Whether something shows that a session of the past took place; a programme only announces. */
export const hasTrace = ({
  confidence,
  replayUrl,
  documents,
}: Pick<WebinarDetail, "confidence" | "replayUrl" | "documents">) =>
  confidence !== "to_confirm" || replayUrl !== null || documents.length > 0;

type Replay = Publication & { replayUrl: string | null; replayPublishedAt: Date | null };

export const isReplayPublic = ({ replayUrl, replayPublishedAt, ...webinar }: Replay, at: Date): boolean =>
  replayUrl !== null &&
  replayPublishedAt !== null &&
  replayPublishedAt <= at &&
  publicationState(webinar, at) === "published";

export const termsOf = ({ startsAt, durationMinutes, cancelled, capacity }: WebinarTerms): WebinarTerms => ({
  startsAt,
  durationMinutes,
  cancelled,
  capacity,
});

const moment = ({ startsAt, durationMinutes, cancelled }: WebinarTerms) =>
  `${startsAt.toISOString()}/${durationMinutes}/${cancelled}`;

/** Names a change, so that agreeing to one is not agreeing to another. */
export const changeFingerprint = ({ before, after }: { before: WebinarTerms | null; after: WebinarTerms }): string =>
  `${before ? moment(before) : ""}>${moment(after)}`;

/** What calendars must learn: RFC 5546 §2.1.4 has SEQUENCE grow when the date, the length or the status changes. */
export const concernsCalendars = ({ before, after }: WebinarChange): boolean => moment(before) !== moment(after);

/** Whether a session that was to come was given another start; one of the past was only noted wrong. */
export const isMoved = ({ before, after }: WebinarChange, at: Date): boolean =>
  before.startsAt.getTime() !== after.startsAt.getTime() && (before.startsAt > at || after.startsAt > at);

export type AnsweredQuestion = { text: string; answer: string };

/** What people typed, as a line of Markdown that means nothing else. */
const plain = (text: string) => text.replace(/[\\`*_[\]<>#|~]/g, "\\$&").replace(/\s+/g, " ");

/**
 * Markdown.
 * @param session.page address of the page where its transcript is searched
 * @param session.texts what it says besides, and that a resource has no column for
 */
export function replayBody(
  { texts = [], body, transcript, page }: { texts?: readonly string[]; body: string; transcript: string; page: string },
  questions: readonly AnsweredQuestion[],
): string {
  const answers = questions.map(({ text, answer }) => `**${plain(text)}**\n\n${answer}`);
  const timedTranscript = withMoments(transcript, (second) => `*${momentWords(second)}* –`);
  const guide = `[La page de la séance](${page}) permet de chercher un mot dans ce texte, et d’aller au passage qui le dit.`;
  return [
    ...texts.map(plain),
    body,
    ...(answers.length ? ["## Les questions posées", ...answers] : []),
    ...(transcript ? ["## Transcription", ...(timedTranscript === transcript ? [] : [guide]), timedTranscript] : []),
  ].join("\n\n");
}

/** Where a session stands in time; it is running from its first instant, past from its last. */
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

/**
 * The clocks of the overseas territories at an instant, from the earliest hour to the latest: some change in summer,
 * some never.
 */
export function overseasTimes(instant: Date): OverseasTime[] {
  const clock = (zone: string) => inZone(instant, zone).toPlainDateTime().toString();
  const day = (zone: string) => clock(zone).slice(0, "2027-01-21".length);
  const groups = Map.groupBy(OVERSEAS, ([, zone]) => clock(zone));
  return [...groups.values()].map((members) => {
    const zone = members[0]?.[1] ?? PARIS;
    return { territories: members.map(([territory]) => territory), zone, otherDay: day(zone) !== day(PARIS) };
  });
}

export function yearInstants(year: number): { gte: Date; lt: Date } {
  const start = (y: number) =>
    new Date(Temporal.PlainDate.from({ year: y, month: 1, day: 1 }).toZonedDateTime(PARIS).epochMilliseconds);
  return { gte: start(year), lt: start(year + 1) };
}
