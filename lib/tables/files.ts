import type { CellValue } from "hucre/xlsx";
import { csvFile } from "#lib/csv/writing";
import { wallClockInParis } from "#lib/platform/dates";
import { CUT } from "#lib/tables/labels";
import type { Cell, Column, Table, TableFormat } from "#lib/tables/schema";

export type TableFile = { body: string | ReadableStream<Uint8Array>; type: string; extension: string };

const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
/** What Excel holds in a cell (ECMA-376), and how it spells what XML cannot. */
const CELL_LENGTH = 32_767;
const SPELLED_OUT = /_x(?=[0-9A-Fa-f]{4}_)/g;
const NO_CHARACTER = /[\uFFFE\uFFFF]/g;
const SHEET_NAME_LENGTH = 31;
const NARROWEST = 8;
const WIDEST = 50;
/** Rows whose texts say how wide a column is. */
const MEASURED = 200;
const FORMATS = { moment: "dd/mm/yyyy hh:mm", day: "dd/mm/yyyy" };

const isDay = (column: Column | undefined) => column?.holds === "day";

/** « 2027-01-11 10:00 », « 2027-01-11 ». */
function dateWords(cell: Date, column: Column | undefined): string {
  const [day = "", hour = ""] = (isDay(column) ? cell.toISOString() : wallClockInParis(cell)).split("T");
  return isDay(column) ? day : `${day} ${hour}`;
}

const csvCell = (cell: Cell, column: Column | undefined) => (cell instanceof Date ? dateWords(cell, column) : cell);

function textCell(text: string): string {
  const whole = text.toWellFormed().replace(NO_CHARACTER, "").replace(/\r\n?/g, "\n");
  const cut = whole.length > CELL_LENGTH ? `${whole.slice(0, CELL_LENGTH - CUT.length).toWellFormed()}${CUT}` : whole;
  return cut.replace(SPELLED_OUT, "_x005F_x");
}

/** A spreadsheet knows no time zone: an instant is the clock of Paris. A text stays one, whatever it begins with. */
function workbookCell(cell: Cell, column: Column | undefined): CellValue {
  if (typeof cell === "string") return cell === "" ? null : textCell(cell);
  return cell instanceof Date && !isDay(column) ? new Date(`${wallClockInParis(cell)}:00Z`) : cell;
}

const shown = (cell: Cell, column: Column | undefined) =>
  Math.max(
    ...String(csvCell(cell, column) ?? "")
      .split("\n")
      .map((line) => line.length),
  );

/** As wide as what it holds, within what a screen shows. */
function widthOf({ rows, columns }: Table, index: number): number {
  const column = columns[index];
  const longest = rows.slice(0, MEASURED).map((row) => shown(row[index] ?? null, column));
  return Math.min(WIDEST, Math.max(NARROWEST, column?.label.length ?? 0, ...longest) + 2);
}

/** Written as it is read, row by row: a long one is never whole in memory. */
async function workbook(table: Table): Promise<ReadableStream<Uint8Array>> {
  const { writeXlsxStream } = await import("hucre/xlsx");
  const rows = function* () {
    for (const row of table.rows) yield row.map((cell, index) => workbookCell(cell, table.columns[index]));
  };
  return writeXlsxStream(rows(), {
    name: table.name.slice(0, SHEET_NAME_LENGTH),
    columns: table.columns.map(({ label, holds }, index) => ({
      header: label,
      width: widthOf(table, index),
      ...((holds === "moment" || holds === "day") && { numFmt: FORMATS[holds] }),
    })),
    freezePane: { rows: 1 },
  });
}

/** A table as a file: a workbook for whoever opens it in a spreadsheet, CSV for every other tool. */
export async function tableFile(table: Table, format: TableFormat): Promise<TableFile> {
  if (format === "xlsx") return { body: await workbook(table), type: XLSX, extension: "xlsx" };
  const rows = table.rows.map((row) => row.map((cell, index) => csvCell(cell, table.columns[index])));
  const body = csvFile([table.columns.map(({ label }) => label), ...rows], format);
  return { body, type: "text/csv; charset=utf-8", extension: "csv" };
}
