import { CsvError, parse } from "csv-parse/sync";

const SEPARATORS = ["\t", ";", ","] as const;

/** Bytes that begin a text and name its encoding; those of UTF-8 say nothing more than the text. */
const MARKS: [encoding: string, mark: number[]][] = [
  ["utf-16le", [0xff, 0xfe]],
  ["utf-16be", [0xfe, 0xff]],
];

const SAMPLE = 2_000;

/** UTF-16 without its mark: every other byte is mostly zero. */
function looksWide(bytes: Uint8Array): boolean {
  const sample = bytes.subarray(0, SAMPLE);
  return sample.filter((byte, index) => index % 2 === 1 && byte === 0).length > sample.length / 4;
}

/** What a text is written in when it is not UTF-8 does not say so: an old Excel on Windows, in our countries. */
const FALLBACK = "windows-1252";

/** Signs that no text means and that no column takes, whatever the file that holds them. */
const UNWRITTEN = /[^\P{Cc}\t\n\r]|\uFFFE|\uFFFF/gu;
export const written = (text: string): string => text.toWellFormed().replace(UNWRITTEN, "");

/** A text of unknown encoding, as `encodedAs` finds it out, that a column can take. */
export const decoded = (bytes: Uint8Array): string => written(encodedAs(bytes));

/** UTF-8, UTF-16 (Teams) or Windows-1252 (Excel). The byte order mark is left out. */
function encodedAs(bytes: Uint8Array): string {
  const marked = MARKS.find(([, mark]) => mark.every((byte, index) => bytes[index] === byte))?.[0];
  const encoding = marked ?? (looksWide(bytes) ? "utf-16le" : "utf-8");
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return new TextDecoder(FALLBACK).decode(bytes);
    throw error;
  }
}

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
