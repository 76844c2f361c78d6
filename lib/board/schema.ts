import { z } from "zod";
import { firstOfRepeated } from "#lib/forms/fields";

const FIRST_YEAR = 2020;
const LAST_YEAR = 2100;

const whole = (least: number, most: number) =>
  z.preprocess(firstOfRepeated, z.coerce.number().int().min(least).max(most)).optional().catch(undefined);

/** The period of a report, read from its address: a year, or one of its months; what is unknown is dropped. */
export const boardQuery = z.object({ annee: whole(FIRST_YEAR, LAST_YEAR), mois: whole(1, 12) });
export type BoardQuery = z.output<typeof boardQuery>;

/** @property months « 2027-01 »… */
export type Period = { year: number; month: number | null; months: string[]; from: Date; until: Date };

/** What happened in a month, or in several, as it is counted. */
export type Counts = {
  sessions: number;
  registrations: number;
  present: number;
  answers: number;
  /** The sum of the notes of those answers. */
  notes: number;
  newPeople: number;
  resources: number;
};

/** A count that may be shown: « few » when it is under five and could tell somebody, null when nobody knows it any more. */
export type Shown = number | "few" | null;

/** The same, as it may be shown to whoever reads the report. */
export type BoardFigures = {
  sessions: number;
  registrations: Shown;
  present: Shown;
  /** The mean note, from 1 to 5; null while too few answered. */
  mean: number | null;
  newPeople: Shown;
  resources: number;
};

/** @property key a month, null for the whole period */
export type BoardLine = { key: string | null; current: BoardFigures; before: BoardFigures };

export type BoardReport = {
  period: Period;
  lines: BoardLine[];
  pages: { path: string; current: number; before: number }[];
  searches: { words: string; count: number }[];
};
