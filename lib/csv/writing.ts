import { stringify } from "csv-stringify/sync";

/** « excel » opens by a double click in French Excel; « standard » is RFC 4180 in UTF-8, for every other tool. */
export const CSV_DIALECTS = ["excel", "standard"] as const;
export type CsvDialect = (typeof CSV_DIALECTS)[number];

const settings = {
  excel: { bom: true, delimiter: ";" },
  standard: { bom: false, delimiter: "," },
} as const satisfies Record<CsvDialect, object>;

/** Texts of several lines end them in any of the three ways, and readers take each of them for the end of a row. */
const LINE_BREAK = /[\r\n]/;

/** Lines end by CRLF; a cell that a spreadsheet would run as a formula begins with an apostrophe. */
export const csvFile = (rows: readonly (readonly (string | number | null)[])[], dialect: CsvDialect): string =>
  stringify([...rows], {
    ...settings[dialect],
    record_delimiter: "windows",
    quoted_match: LINE_BREAK,
    escape_formulas: true,
  });
