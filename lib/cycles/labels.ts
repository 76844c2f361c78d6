import { Temporal } from "temporal-polyfill";
import { holidayName } from "#lib/calendar/holidays";
import type { SchoolStretch } from "#lib/calendar/school-holidays";
import { dayFlags } from "#lib/cycles/rules";
import type { CycleDate, CyclePlan, CycleRule, CycleWebinar, DayFlags, SchoolView } from "#lib/cycles/schema";
import { dayInParis, formatHours, formatShortDay, fromParis } from "#lib/platform/dates";
import { counted, french } from "#lib/platform/text";
import { type PublicationState, publicationState } from "#lib/publication/rules";
import { dateDoubts } from "#lib/webinars/terms/labels";

export const ordinalLabels = {
  "1": "1er",
  "2": "2e",
  "3": "3e",
  "4": "4e",
  last: "Dernier",
} satisfies Record<CycleRule["ordinal"], string>;

/** From Monday. */
export const weekdayLabels = ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"] as const;

/** From January. */
export const monthLabels = [
  "janvier",
  "février",
  "mars",
  "avril",
  "mai",
  "juin",
  "juillet",
  "août",
  "septembre",
  "octobre",
  "novembre",
  "décembre",
] as const;

const nearLabels = {
  eve: "veille de jour férié",
  morrow: "lendemain de jour férié",
  bridge: "jour de pont",
} satisfies Record<NonNullable<DayFlags["near"]>["kind"], string>;

const list = new Intl.ListFormat("fr", { type: "conjunction" });

function placesWords(places: readonly string[]): string {
  const zones = places.filter((place) => place.length === 1);
  const named = zones.length ? [`${zones.length > 1 ? "zones" : "zone"} ${list.format(zones)}`] : [];
  return [...named, ...places.filter((place) => place.length > 1)].join(", ");
}

/** Calendars write « Vacances d'Hiver », « Fête Nationale »: only names of feasts keep their capital. */
const COMMON = /(?<!\p{L})(Vacances|Pont|Début|Hiver|Printemps|Été|Nationale)(?!\p{L})/gu;
const inSentence = (name: string): string => french(name).replace(COMMON, (word) => word.toLocaleLowerCase("fr"));

export function flagWords({ holiday, near, school }: DayFlags): string[] {
  return [
    ...(holiday ? [`férié (${inSentence(holiday)})`] : []),
    ...(near && !holiday ? [`${nearLabels[near.kind]} (${inSentence(near.holiday)})`] : []),
    ...school.map(({ name, places }) =>
      places.length ? `${inSentence(name)} (${placesWords(places)})` : inSentence(name),
    ),
  ];
}

/** A day YYYY-MM-DD: « 3 juillet 2027 ». */
const dayWords = (day: string) => formatShortDay(fromParis(`${day}T12:00`) ?? new Date(Number.NaN));

type Stretch = { from: string; to: string };

const holeWords = ({ from, to }: Stretch) => `du ${dayWords(from)} au ${dayWords(to)}`;

/** What is loaded of the school calendar: « du … au …, zones A, B et C ». */
export const reachWords = ({
  from,
  to,
  places,
  holes = [],
}: Stretch & { places: readonly string[]; holes?: readonly Stretch[] }): string =>
  [
    holeWords({ from, to }),
    ...(places.length ? [placesWords(places)] : []),
    ...(holes.length ? [`sauf ${list.format(holes.map(holeWords))}, où rien n’est dit`] : []),
  ].join(", ");

const UNCHECKED = "les vacances ne sont pas vérifiées.";

/** What the loaded school calendar does not tell of a year; none when it tells everything. */
export function schoolGaps(view: SchoolView, year: number): string[] {
  if (view.kind === "absent") return [`Calendrier scolaire de ${year} non chargé\u00A0: ${UNCHECKED}`];
  const { from, to, missing, holes = [] } = view;
  return [
    ...(from ? [`Le calendrier scolaire chargé commence le ${dayWords(from)}\u00A0: avant, ${UNCHECKED}`] : []),
    ...(to ? [`Le calendrier scolaire chargé s’arrête le ${dayWords(to)}\u00A0: après, ${UNCHECKED}`] : []),
    ...holes.map((hole) => `Le calendrier scolaire chargé ne dit rien ${holeWords(hole)}\u00A0: ${UNCHECKED}`),
    ...(missing.length ? [`Calendrier scolaire non chargé (${placesWords(missing)})\u00A0: ${UNCHECKED}`] : []),
  ];
}

export function cycleWords({ webinars }: Pick<CyclePlan, "webinars">, at: Date): string {
  const [first, last] = [webinars[0], webinars.at(-1)];
  if (!first || !last) return "Aucune séance";
  const states = Map.groupBy(webinars, (webinar) => publicationState(webinar, at));
  const count = (state: PublicationState, one: string, other: string) => {
    const total = states.get(state)?.length ?? 0;
    return total ? [counted(total, one, other)] : [];
  };
  return [
    `${counted(webinars.length, "séance", "séances")}, du ${formatShortDay(first.startsAt)} au ${formatShortDay(last.startsAt)}`,
    ...count("published", "en ligne", "en ligne"),
    ...count("scheduled", "programmée", "programmées"),
    ...count("draft", "brouillon", "brouillons"),
    ...count("withdrawn", "retirée", "retirées"),
  ].join(" · ");
}

const SATURDAY = 6;

/** Why a day YYYY-MM-DD is no usual one for a session: the eve of a holiday is, a bridge is not. */
export function unusualWords(day: string, stretches: readonly SchoolStretch[]): string[] {
  const { near, ...flags } = dayFlags(day, { holidayName, stretches });
  const weekday = Temporal.PlainDate.from(day).dayOfWeek;
  return [
    ...(weekday >= SATURDAY ? [`un ${weekdayLabels[weekday - 1]}`] : []),
    ...flagWords({ ...flags, near: near?.kind === "bridge" ? near : null }),
  ];
}

/** What should be looked at again before sessions are made, or appear, together. */
export const datesDoubts = (webinars: readonly CycleDate[], stretches: readonly SchoolStretch[], at: Date): string[] =>
  webinars.flatMap(({ startsAt, durationMinutes, cancelledAt }) => {
    const after = { startsAt, durationMinutes, cancelled: cancelledAt !== null, capacity: null };
    return dateDoubts({ before: null, after }, unusualWords(dayInParis(startsAt), stretches), at);
  });

/** What would appear now, after a form that showed something else. */
export const unshownWords = (ready: readonly CycleDate[]): string =>
  `Les brouillons ont changé depuis l’ouverture de cette page\u00A0: ${counted(ready.length, "séance paraîtra", "séances paraîtront")}, ${list.format(ready.map(({ startsAt }) => `le ${formatShortDay(startsAt)}`))}.`;

export const flagsOf = (day: string, stretches: readonly SchoolStretch[]) =>
  flagWords(dayFlags(day, { holidayName, stretches }));

export const holidayWords = (day: string) => flagWords({ holiday: holidayName(day), near: null, school: [] }).join("");

/** « 3e jeudi, 13 h – 14 h ». */
export function ruleWords(rule: CycleRule): string {
  // Any day whose clocks do not change.
  const instant = fromParis(`2019-01-17T${rule.time}`);
  const hours = instant ? `, ${formatHours(instant, rule.durationMinutes)}` : "";
  return `${ordinalLabels[rule.ordinal]} ${weekdayLabels[rule.weekday - 1]}${hours}`;
}

export const withFlags = <S extends CycleWebinar>(
  webinars: readonly S[],
  stretches: readonly SchoolStretch[],
): (S & { flags: string[] })[] =>
  webinars.map((webinar) => ({ ...webinar, flags: flagsOf(dayInParis(webinar.startsAt), stretches) }));
