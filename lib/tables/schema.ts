import { z } from "zod";
import { firstOfRepeated } from "#lib/forms/fields";

/** « excel » and « standard » are the two spellings of CSV, as `lib/csv/writing` tells them. */
export const TABLE_FORMATS = ["xlsx", "excel", "standard"] as const;
export type TableFormat = (typeof TABLE_FORMATS)[number];

/** The format that a form posts, or that an address names. */
export const tableFormat = z.preprocess(firstOfRepeated, z.enum(TABLE_FORMATS).default("xlsx"));

export type Cell = string | number | Date | null;

/** A `moment` is an instant, told in Paris; a `day` is midnight UTC of a date alone. */
export type Column = { label: string; holds?: "text" | "number" | "moment" | "day" };

export type Table = {
  /** What the sheet is called, and how the name of the file begins: « inscrits ». */
  name: string;
  columns: readonly Column[];
  rows: readonly (readonly Cell[])[];
};

/** The format that an address names after `?format=`; a workbook when it names none that is known. */
export const formatAsked = (request: Request): TableFormat =>
  tableFormat.catch("xlsx").parse(new URL(request.url).searchParams.get("format") ?? undefined);

/** What a form that answers with a file posts. */
export const fileAsked = z.object({ format: tableFormat });
