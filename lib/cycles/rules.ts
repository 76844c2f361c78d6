import { Temporal } from "temporal-polyfill";
import type { SchoolStretch } from "#lib/calendar/school-holidays";
import {
  type CyclePlan,
  type CycleRule,
  type CycleWebinar,
  type DayFlags,
  MONTHS,
  type MonthProposal,
  type SchoolView,
} from "#lib/cycles/schema";
import { yearInParis } from "#lib/platform/dates";
import { freeSlug, slugify } from "#lib/platform/text";
import { publicationState } from "#lib/publication/rules";

const ZONES = ["A", "B", "C"];

/** The rule of the 2019 programme: third Thursday, 13:00 to 14:00 in Paris. */
export const USUAL_RULE: CycleRule = { ordinal: "3", weekday: 4, time: "13:00", durationMinutes: 60 };

type Day = Pick<CycleRule, "ordinal" | "weekday">;

function weekdaysOf(year: number, month: number, weekday: number): Temporal.PlainDate[] {
  const first = Temporal.PlainDate.from({ year, month, day: 1 });
  const start = first.add({ days: (weekday - first.dayOfWeek + 7) % 7 });
  return [0, 1, 2, 3, 4].map((weeks) => start.add({ weeks })).filter((day) => day.month === month);
}

/**
 * A public holiday gives way to the next same weekday of the month that is none, else to the one before (2019: 15
 * August gave way to 22 August).
 * @param month from 1 to 12
 * @returns days YYYY-MM-DD
 */
export function proposeMonth(
  { ordinal, weekday }: Day,
  year: number,
  month: number,
  isHoliday: (day: string) => boolean,
): MonthProposal {
  const days = weekdaysOf(year, month, weekday).map(String);
  const rank = ordinal === "last" ? days.length - 1 : Number(ordinal) - 1;
  const ruleDay = days[rank] ?? "";
  const inOrder = [...days.slice(rank), ...days.slice(0, rank).reverse()];
  return { month, asked: ruleDay, proposed: inOrder.find((day) => !isHoliday(day)) ?? ruleDay };
}

export const proposeYear = (rule: Day, year: number, isHoliday: (day: string) => boolean): MonthProposal[] =>
  MONTHS.map((month) => proposeMonth(rule, year, month, isHoliday));

/**
 * For a portal that starts: third Thursdays, one a month. An editor confirms them: the dates of webinars are stored,
 * never computed.
 * @param options.from YYYY-MM-DD; every proposed day comes after it
 */
export function proposeCycle(options: { from: string; count: number; isHoliday: (day: string) => boolean }): string[] {
  const days: string[] = [];
  let month = Temporal.PlainDate.from(options.from).toPlainYearMonth();
  for (; days.length < options.count; month = month.add({ months: 1 })) {
    const { proposed } = proposeMonth(USUAL_RULE, month.year, month.month, options.isHoliday);
    if (proposed > options.from) days.push(proposed);
  }
  return days;
}

/** « Vacances d’hiver - Zones A/B - Corse »: what it is, and where. */
function readLabel(label: string): { name: string; places: string[] } {
  const [name = "", ...places] = label.split(" - ");
  const zones = (place: string) => (/^zones?\s/i.test(place) ? place.match(/\b[A-C]\b/g) : null);
  return {
    name: name.replace(/\([^()]*\)/g, "").trim(),
    places: places.flatMap((place) => zones(place.trim()) ?? [place.trim()]),
  };
}

/** Each zone and place once, zones first. */
const placesOf = (labels: readonly { places: readonly string[] }[]): string[] =>
  [...new Set(labels.flatMap(({ places }) => places))].sort((a, b) => a.length - b.length || a.localeCompare(b));

const covers = (day: string) => (stretch: SchoolStretch) => stretch.startsOn <= day && day <= stretch.endsOn;

function schoolOf(day: string, stretches: readonly SchoolStretch[]): DayFlags["school"] {
  const read = stretches.filter(covers(day)).map(({ label }) => readLabel(label));
  return [...Map.groupBy(read, ({ name }) => name)].map(([name, all]) => ({ name, places: placesOf(all) }));
}

/** What a day is beside a holiday of Tuesday or Thursday, or just before or after one. */
function nearby(day: string, holidayName: (day: string) => string | null): DayFlags["near"] {
  const date = Temporal.PlainDate.from(day);
  const after = holidayName(date.add({ days: 1 }).toString());
  const before = holidayName(date.subtract({ days: 1 }).toString());
  if (date.dayOfWeek === 1 && after) return { kind: "bridge", holiday: after };
  if (date.dayOfWeek === 5 && before) return { kind: "bridge", holiday: before };
  if (after) return { kind: "eve", holiday: after };
  return before ? { kind: "morrow", holiday: before } : null;
}

/** @param day YYYY-MM-DD */
export const dayFlags = (
  day: string,
  known: { holidayName: (day: string) => string | null; stretches: readonly SchoolStretch[] },
): DayFlags => ({
  holiday: known.holidayName(day),
  near: nearby(day, known.holidayName),
  school: schoolOf(day, known.stretches),
});

/** The first and the last of some days YYYY-MM-DD. */
const earliest = (days: readonly string[]) => days.toSorted()[0];
const latest = (days: readonly string[]) => days.toSorted().at(-1);

function reachOf(stretches: readonly SchoolStretch[]): { from: string; to: string } | null {
  const from = earliest(stretches.map(({ startsOn }) => startsOn));
  const to = latest(stretches.map(({ endsOn }) => endsOn));
  return from && to ? { from, to } : null;
}

/** No calendar of a year leaves so long without holidays: what is between was not told. */
const LONGEST_SILENCE_DAYS = 200;

function holesOf(stretches: readonly SchoolStretch[]): { from: string; to: string }[] {
  const holes: { from: string; to: string }[] = [];
  let told: Temporal.PlainDate | null = null;
  for (const stretch of stretches.toSorted((one, other) => one.startsOn.localeCompare(other.startsOn))) {
    const [start, end] = [Temporal.PlainDate.from(stretch.startsOn), Temporal.PlainDate.from(stretch.endsOn)];
    if (told && told.until(start).days > LONGEST_SILENCE_DAYS)
      holes.push({ from: told.add({ days: 1 }).toString(), to: start.subtract({ days: 1 }).toString() });
    if (!told || Temporal.PlainDate.compare(end, told) > 0) told = end;
  }
  return holes;
}

/** Each once, whichever zones they are in. */
function holesAmong(stretches: readonly SchoolStretch[]): { from: string; to: string }[] {
  const all = ZONES.flatMap((zone) => holesOf(stretches.filter(({ label }) => readLabel(label).places.includes(zone))));
  return [...new Map(all.map((hole) => [`${hole.from} ${hole.to}`, hole])).values()];
}

/** A zone without a calendar, or a month before or after it, is not a place without holidays. */
export function schoolView(stretches: readonly SchoolStretch[], year: number): SchoolView {
  const reaches = ZONES.flatMap((zone) => {
    const reach = reachOf(stretches.filter(({ label }) => readLabel(label).places.includes(zone)));
    return reach && reach.from <= `${year}-12-31` && reach.to >= `${year}-01-01` ? [{ zone, ...reach }] : [];
  });
  const from = latest(reaches.map((reach) => reach.from));
  const to = earliest(reaches.map((reach) => reach.to));
  if (!from || !to) return { kind: "absent" };
  const holes = holesAmong(stretches).filter((hole) => hole.from <= `${year}-12-31` && hole.to >= `${year}-01-01`);
  return {
    kind: "loaded",
    // Winter holidays come first in a year, and those of Christmas end it.
    from: from > `${year}-02-28` ? from : null,
    to: to < `${year}-12-31` ? to : null,
    missing: ZONES.filter((zone) => !reaches.some((reach) => reach.zone === zone)),
    ...(holes.length > 0 && { holes }),
  };
}

/** Whether a calendar speaks of every zone and place of a stretch, so that it may take its place. */
export function isToldBy(label: string, calendar: readonly SchoolStretch[]): boolean {
  const told = placesOf(calendar.map((one) => readLabel(one.label)));
  return readLabel(label).places.every((place) => told.includes(place));
}

/** Null when no calendar is loaded. */
export function schoolReach(
  stretches: readonly SchoolStretch[],
): { from: string; to: string; places: string[]; holes?: { from: string; to: string }[] } | null {
  const reach = reachOf(stretches);
  const holes = holesAmong(stretches);
  const places = placesOf(stretches.map(({ label }) => readLabel(label)));
  return reach && { ...reach, places, ...(holes.length > 0 && { holes }) };
}

/**
 * Twelve sessions keep their order, whatever the month in which their cycle began; otherwise each month takes those of
 * the first session held in it.
 */
export function textsByMonth<S extends { month: number }>(webinars: readonly S[]): Map<number, S> {
  if (webinars.length === MONTHS.length) return new Map(webinars.map((webinar, index) => [index + 1, webinar]));
  return new Map(webinars.toReversed().map((webinar) => [webinar.month, webinar]));
}

/** The latest with a session in the year before, else the latest that has sessions. @param cycles latest first */
export const previousCycle = <C extends Pick<CyclePlan, "webinars">>(cycles: readonly C[], year: number) =>
  cycles.find(({ webinars }) => webinars.some(({ startsAt }) => yearInParis(startsAt) === year - 1)) ??
  cycles.find(({ webinars }) => webinars.length > 0);

/** Whether a session can be read: a draft made without texts waits for them. */
export const isWritten = ({ summary, body }: { summary: string; body: string }): boolean =>
  summary !== "" && body !== "";

/** What appears when the drafts of a cycle are published together. */
export const readyDrafts = (webinars: readonly CycleWebinar[], at: Date): CycleWebinar[] =>
  webinars.filter((webinar) => webinar.written && publicationState(webinar, at) === "draft");

/** Without regard to case, accents and punctuation. @param id of the cycle that wants it */
export const isTitleTaken = (
  cycles: readonly { id: string; title: string }[],
  title: string,
  id: string | null,
): boolean => cycles.some((cycle) => cycle.id !== id && slugify(cycle.title) === slugify(title));

/** An address for a cycle: the words of its title. Another one, renamed since, may still have it. */
export const cycleSlug = (title: string, isTaken: (slug: string) => boolean): string =>
  freeSlug(slugify(title) || "cycle", isTaken);

export const webinarSlug = (words: string, year: number, isTaken: (slug: string) => boolean): string =>
  freeSlug(`${words.replace(/-?\b(19|20)\d\d$/, "") || "seance"}-${year}`, isTaken);
