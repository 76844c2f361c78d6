import { Readable } from "node:stream";
import { CsvError, parse } from "csv-parse";
import { separatorOf, unguarded } from "#lib/csv/reading";
import { MOST_LINES, type TableRefusal } from "#lib/imports/schema";
import type { Result } from "#lib/platform/result";

/** A row of a table, with its number as a spreadsheet counts. */
export type Row = { number: number; cells: string[] };

const SLICE = 65_536;
/** A heading is long at times, and says everything that the separator must be known from. */
const SAMPLE = 4_000;

function* slicesOf(text: string): Generator<string> {
  for (let from = 0; from < text.length; from += SLICE) yield text.slice(from, from + SLICE);
}

const isFilled = (cells: readonly string[]): boolean => cells.some((cell) => cell !== "");

/**
 * The rows of a table that hold something, one after the other: however long it is, a few are held at once.
 * @throws CsvError when a quotation mark is never closed
 */
export async function* rowsOf(text: string): AsyncGenerator<Row> {
  const options = { delimiter: separatorOf(text.slice(0, SAMPLE)), relax_column_count: true, relax_quotes: true };
  const parser = Readable.from(slicesOf(text)).pipe(parse({ ...options, trim: true, skip_empty_lines: false }));
  let number = 0;
  for await (const record of parser) {
    number += 1;
    const cells = (record as string[]).map(unguarded);
    if (isFilled(cells)) yield { number, cells };
  }
}

/** How many lines follow the headings of a table, and what these are. */
export async function surveyed(text: string): Promise<Result<{ headers: string[]; total: number }, TableRefusal>> {
  let headers: string[] | null = null;
  let total = 0;
  try {
    for await (const { cells } of rowsOf(text)) {
      if (headers) total += 1;
      headers ??= cells.slice(0, cells.findLastIndex((cell) => cell !== "") + 1);
    }
  } catch (error) {
    if (error instanceof CsvError) return { ok: false, reason: "quote" };
    throw error;
  }
  if (!headers || total === 0) return { ok: false, reason: "empty" };
  if (headers.length === 1) return { ok: false, reason: "narrow" };
  return total > MOST_LINES ? { ok: false, reason: "long" } : { ok: true, headers, total };
}
