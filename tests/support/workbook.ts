import { type CellObject, read, SSF, utils } from "@e965/xlsx";

type Body = string | Uint8Array | ReadableStream<Uint8Array>;

/** Days between the epoch of spreadsheets and that of Unix. */
const EPOCH_DAYS = 25_569;
const DAY_SECONDS = 86_400;

/** A date is a number that bears the format of one. */
function held(cell: CellObject | undefined): unknown {
  if (cell?.t !== "n" || !SSF.is_date(String(cell.z))) return cell?.v ?? null;
  return new Date(Math.round((Number(cell.v) - EPOCH_DAYS) * DAY_SECONDS) * 1000);
}

/** The one sheet of a workbook, as another library than that which writes it reads it. */
export async function readWorkbook(file: { body: Body } | null) {
  const bytes = Buffer.from(await new Response((file?.body ?? "") as BodyInit).arrayBuffer());
  const book = read(bytes, { type: "buffer", cellNF: true, cellStyles: true, bookFiles: true });
  const [name = ""] = book.SheetNames;
  const sheet = book.Sheets[name] ?? {};
  const cells: Record<string, CellObject> = sheet;
  const { s: first, e: last } = utils.decode_range(sheet["!ref"] ?? "A1");
  const span = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, index) => from + index);
  const { files } = book as unknown as { files: Record<string, { content: Uint8Array }> };
  return {
    name,
    rows: span(first.r, last.r).map((r) => span(first.c, last.c).map((c) => held(cells[utils.encode_cell({ r, c })]))),
    formulas: Object.entries(cells).flatMap(([place, { f }]) => (f === undefined ? [] : [place])),
    widths: (sheet["!cols"] ?? []).map(({ width }) => width),
    xml: Buffer.from(files["xl/worksheets/sheet1.xml"]?.content ?? []).toString(),
  };
}
