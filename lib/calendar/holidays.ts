import joursFeries from "@socialgouv/jours-feries";
import { Temporal } from "temporal-polyfill";

/** The package counts days in milliseconds from Easter: a clock change may shift its midnights by an hour. */
const HALF_A_DAY_MS = 12 * 3_600_000;

const toDay = (midnight: Date): string => {
  const noon = new Date(midnight.getTime() + HALF_A_DAY_MS);
  return Temporal.PlainDate.from({
    year: noon.getFullYear(),
    month: noon.getMonth() + 1,
    day: noon.getDate(),
  }).toString();
};

const years = new Map<number, ReadonlySet<string>>();

function holidaysOf(year: number): ReadonlySet<string> {
  const known = years.get(year) ?? new Set(Object.values(joursFeries(year)).map(toDay));
  years.set(year, known);
  return known;
}

/**
 * Whether a day is a public holiday in metropolitan France (code du travail, art. L3133-1; Alsace-Moselle's own days are not counted).
 * @param day YYYY-MM-DD
 */
export const isHoliday = (day: string): boolean => holidaysOf(Temporal.PlainDate.from(day).year).has(day);
