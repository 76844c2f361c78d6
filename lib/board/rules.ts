import type { BoardFigures, BoardQuery, Counts, Period, Shown } from "#lib/board/schema";
import { keptUntil } from "#lib/people/rules";
import { fromParis, inParis } from "#lib/platform/dates";
import { publishedCount, publishedMean } from "#lib/statistics/rules";
import { FEWEST_ANSWERS } from "#lib/surveys/rules";

const MONTHS = 12;

const keyOf = (year: number, month: number) => `${year}-${String(month).padStart(2, "0")}`;

/** Where a month begins, in Paris. @param key « 2027-01 » */
export const startOfMonth = (key: string): Date => fromParis(`${key}-01T00:00`) ?? new Date(Number.NaN);

/** @returns the year of `at` when the address names none */
export function periodOf({ annee, mois }: BoardQuery, at: Date): Period {
  const year = annee ?? inParis(at).year;
  const month = mois ?? null;
  const [first, last] = month === null ? [1, MONTHS] : [month, month];
  const months = Array.from({ length: last - first + 1 }, (_, index) => keyOf(year, first + index));
  const until = last === MONTHS ? keyOf(year + 1, 1) : keyOf(year, last + 1);
  return { year, month, months, from: startOfMonth(keyOf(year, first)), until: startOfMonth(until) };
}

/** The same months, a year earlier. */
export const yearBefore = ({ year, month }: Period, at: Date): Period =>
  periodOf({ annee: year - 1, mois: month ?? undefined }, at);

export const NOTHING: Counts = {
  sessions: 0,
  registrations: 0,
  present: 0,
  answers: 0,
  notes: 0,
  newPeople: 0,
  resources: 0,
};

const NAMES = Object.keys(NOTHING) as (keyof Counts)[];

export const together = (counts: readonly Counts[]): Counts => {
  const sum = { ...NOTHING };
  for (const one of counts) for (const name of NAMES) sum[name] += one[name];
  return sum;
};

/** Nobody is behind zero; from one to four, somebody could be known. */
const shownCount = (count: number): Shown => (count === 0 ? 0 : (publishedCount(count) ?? "few"));

/** Whether people of a month may have been erased since: how many were new is then known no longer. */
const isForgotten = (key: string, at: Date): boolean => keptUntil("identity", startOfMonth(key)) <= at;

/** As the public figures: by fives, nothing under five, a mean to the half point from five answers. @param months that are counted */
export function shownFigures(counts: Counts, months: readonly string[], at: Date): BoardFigures {
  const { sessions, registrations, present, answers, notes, newPeople, resources } = counts;
  return {
    sessions,
    registrations: shownCount(registrations),
    present: shownCount(present),
    mean: answers < FEWEST_ANSWERS ? null : publishedMean(notes / answers),
    newPeople: months.some((month) => isForgotten(month, at)) ? null : shownCount(newPeople),
    resources,
  };
}
