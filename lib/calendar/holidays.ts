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

const years = new Map<number, ReadonlyMap<string, string>>();

function holidaysOf(year: number): ReadonlyMap<string, string> {
  const holidays = years.get(year) ?? new Map(Object.entries(joursFeries(year)).map(([name, at]) => [toDay(at), name]));
  years.set(year, holidays);
  return holidays;
}

/**
 * In metropolitan France (code du travail, art. L3133-1; Alsace-Moselle's own days are not counted).
 * @param day YYYY-MM-DD
 */
export const holidayName = (day: string): string | null =>
  holidaysOf(Temporal.PlainDate.from(day).year).get(day) ?? null;

/** Whether a day is a public holiday. @param day YYYY-MM-DD */
export const isHoliday = (day: string): boolean => holidayName(day) !== null;
