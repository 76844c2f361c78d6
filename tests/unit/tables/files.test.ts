import { parse } from "csv-parse/sync";
import { describe, expect, test } from "vitest";
import { tableFile } from "#lib/tables/files";
import { CUT } from "#lib/tables/labels";
import { formatAsked, type Table } from "#lib/tables/schema";
import { readWorkbook } from "#tests/support/workbook";

const SUMMER = new Date("2027-07-14T22:30:00Z");
const DAY = new Date("2027-02-21T00:00:00Z");

const table: Table = {
  name: "inscrits",
  columns: [
    { label: "Nom" },
    { label: "Vu le", holds: "moment" },
    { label: "Jour", holds: "day" },
    { label: "Nombre", holds: "number" },
  ],
  rows: [
    ["Zoé\nDurand", SUMMER, DAY, 12.5],
    ["", null, null, 0],
  ],
};
const texts = (...given: string[]): Table => ({
  name: "x",
  columns: [{ label: "A" }],
  rows: given.map((one) => [one]),
});
const workbookOf = async (given: Table) => readWorkbook(await tableFile(given, "xlsx"));

describe("a workbook", () => {
  test("has numbers and dates as such, at the clock of Paris, nothing where nothing is, and its name", async () => {
    const { name, rows } = await workbookOf(table);
    expect(name).toBe("inscrits");
    expect(rows).toEqual([
      ["Nom", "Vu le", "Jour", "Nombre"],
      ["Zoé\nDurand", new Date("2027-07-15T00:30:00Z"), DAY, 12.5],
      [null, null, null, 0],
    ]);
  });

  test("shows a date as the French write it", async () => {
    const { xml } = await workbookOf(table);
    const styles = [...xml.matchAll(/<c r="[BC]2" s="(\d)"/g)].map(([, style]) => style);
    expect(new Set(styles).size).toBe(2);
  });

  test("never makes a formula, a number or a date of what people typed", async () => {
    const typed = [
      "=1+1",
      "+33",
      "-2",
      "@SUM(A1)",
      "\tx",
      '=HYPERLINK("https://exemple.fr")',
      "0123",
      "2027-01-01",
      "1e5",
    ];
    const { rows, formulas } = await workbookOf(texts(...typed));
    expect(rows.slice(1)).toEqual(typed.map((one) => [one]));
    expect(formulas).toEqual([]);
  });

  test("holds whatever a text is made of", async () => {
    const typed = [
      "<b>&amp;\"'",
      "a\u0000b\u000bc",
      "_x0041_",
      "😀",
      " au bord ",
      "\ud800seul",
      "l1\r\nl2\rl3",
      "\uffffx",
    ];
    const { rows } = await workbookOf(texts(...typed));
    const kept = ["<b>&amp;\"'", "a\u0000b\u000bc", "_x0041_", "😀", " au bord ", "\ufffdseul", "l1\nl2\nl3", "x"];
    expect(rows.slice(1).map(([cell]) => cell)).toEqual(kept);
  });

  test("says where a text longer than a cell may be is cut; the CSV has it whole", async () => {
    const long = "é".repeat(40_000);
    const [, [cell] = []] = (await workbookOf(texts(long))).rows;
    expect(cell).toHaveLength(32_767);
    expect(String(cell).endsWith(CUT)).toBe(true);
    expect((await workbookOf(texts("é".repeat(32_767)))).rows[1]).toEqual(["é".repeat(32_767)]);
    expect(parse(String((await tableFile(texts(long), "standard")).body))[1]).toEqual([long]);
  });

  test("keeps its first line in sight, and columns wide enough to be read, not wider than a screen", async () => {
    const rows = [["a".repeat(30), "Un", "x".repeat(400)]];
    const { xml, widths } = await workbookOf({
      name: "x",
      columns: [{ label: "A" }, { label: "Un long intitulé" }, { label: "C" }],
      rows,
    });
    expect(xml).toMatch(/<pane [^>]*ySplit="1"[^>]*state="frozen"/);
    expect(widths).toEqual([32, 18, 50]);
  });

  test("is told as such", async () => {
    const { type, extension } = await tableFile(table, "xlsx");
    expect([type, extension]).toEqual(["application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx"]);
  });
});

test("the same table as CSV tells dates so that they sort, at the clock of Paris", async () => {
  const { body, type, extension } = await tableFile(table, "excel");
  expect(body).toBe('\uFEFFNom;Vu le;Jour;Nombre\r\n"Zoé\nDurand";2027-07-15 00:30;2027-02-21;12.5\r\n;;;0\r\n');
  expect([type, extension]).toEqual(["text/csv; charset=utf-8", "csv"]);
  expect(String((await tableFile(table, "standard")).body)).toMatch(/^Nom,Vu le,/);
});

test.each([
  ["", "xlsx"],
  ["?format=standard", "standard"],
  ["?format=ods", "xlsx"],
])("an address that ends with « %s » asks for %s", (query, format) => {
  expect(formatAsked(new Request(`https://portail.example/x/fichier${query}`))).toBe(format);
});
