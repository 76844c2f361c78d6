import { CsvError, parse } from "csv-parse/sync";

const SEPARATORS = ["\t", ";", ","] as const;

/** The separator of a table: the one that stands most often outside quotation marks; the first of them on a tie. */
export function separatorOf(text: string): (typeof SEPARATORS)[number] {
  const bare = text.replace(/"[^"]*"/g, "");
  const count = (separator: string) => bare.split(separator).length;
  return SEPARATORS.reduce((best, candidate) => (count(candidate) > count(best) ? candidate : best));
}

/** Several empty lines are one. */
const BLANK_LINES = /(?:\r?\n){3,}/g;

/** What our own files write before a cell that a spreadsheet would run as a formula. */
const GUARD = /^'(?=[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20])/;
/** Webex writes every cell as a formula, ="so". */
const FORMULA = /^="([^"]*)"$/;
export const unguarded = (cell: string): string => cell.replace(GUARD, "").replace(FORMULA, "$1");

/** Cells are trimmed, rows without a cell are kept empty. Quotation marks that do not come in pairs are letters. */
export function readTable(text: string, separator: string = separatorOf(text)): string[][] {
  const options = { delimiter: separator, relax_column_count: true, relax_quotes: true, trim: true };
  const table = (more: object): string[][] => parse(text.replace(BLANK_LINES, "\n\n"), { ...options, ...more });
  try {
    return table({});
  } catch (error) {
    if (error instanceof CsvError) return table({ quote: false });
    throw error;
  }
}

/** A cell of several lines. One that holds « @ » is no cell: a stray quotation mark would swallow people. */
const TALL_CELL = /(?<=^|[\t;,])"(?:[^"@]|""){0,500}"(?=[\t;,]|\r?$)/gm;
/** What a spreadsheet itself writes for a line that ends inside a cell. */
const WITHIN = "\v";

/** Each with the number of its first line from 1: a cell between quotation marks may have several. */
export function rowsOf(text: string): { number: number; text: string }[] {
  let number = 1;
  const rows = text.replace(TALL_CELL, (cell) => cell.replace(/\r?\n/g, WITHIN)).split(/\r?\n/);
  return rows.map((row) => {
    const first = number;
    number += row.split(WITHIN).length;
    return { number: first, text: row.replaceAll(WITHIN, " ") };
  });
}
