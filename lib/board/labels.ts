import type { BoardFigures, BoardReport, Period, Shown } from "#lib/board/schema";
import { TOO_FEW } from "#lib/statistics/labels";
import type { Table } from "#lib/tables/schema";
import { formatMonth } from "#lib/views/labels";

export const boardLabels = {
  sessions: "Séances tenues",
  registrations: "Inscriptions",
  present: "Présences",
  mean: "Utilité, sur 5",
  newPeople: "Nouvelles personnes",
  resources: "Ressources publiées",
} satisfies Record<keyof BoardFigures, string>;

export const BOARD_FIGURES = Object.keys(boardLabels) as (keyof BoardFigures)[];

const numbers = new Intl.NumberFormat("fr-FR", { maximumFractionDigits: 1 });

/** A figure as it is read: a dash where it is not known, or no longer. */
export const figureWords = (shown: Shown): string =>
  shown === null ? "–" : shown === "few" ? TOO_FEW : numbers.format(shown);

/** « novembre 2026 », « 2026 ». */
export const periodWords = ({ year, month, months: [first = ""] }: Period): string =>
  month === null ? String(year) : formatMonth(first);

const cell = (shown: Shown) => (typeof shown === "number" ? shown : figureWords(shown));

/** The figures of each month, those of the year before beside. */
export const boardTable = ({ period, lines }: BoardReport): Table => ({
  name: "bilan",
  columns: [
    { label: "Mois" },
    ...BOARD_FIGURES.flatMap((name) => [
      { label: `${boardLabels[name]}, ${period.year}`, holds: "number" as const },
      { label: `${boardLabels[name]}, ${period.year - 1}`, holds: "number" as const },
    ]),
  ],
  rows: lines.map(({ key, current, before }) => [
    key === null ? "Total" : formatMonth(key),
    ...BOARD_FIGURES.flatMap((name) => [cell(current[name]), cell(before[name])]),
  ]),
});
