import { parse } from "csv-parse/sync";
import { expect, test } from "vitest";
import { CSV_DIALECTS, csvFile } from "#lib/csv/writing";

const delimiters = { excel: ";", standard: "," };
/** What the most cautious reader takes for the end of a row. */
const LINE_ENDS = ["\r\n", "\n", "\r"];

test.each(CSV_DIALECTS)("a cell of the %s file keeps its lines, however they end", (dialect) => {
  const rows = [
    ["Nom", "Besoins", "Origine"],
    ["Durand", "Une rampe\nUne boucle magnétique", "Formulaire"],
    ["Martin", "Une rampe\r\nUne boucle", "=1+1\n2"],
    ["Petit", "Une rampe\rUne boucle", ""],
  ];
  const settings = { bom: true, delimiter: delimiters[dialect], record_delimiter: LINE_ENDS };
  const read = parse(csvFile(rows, dialect), settings);
  expect(read).toEqual(rows.map((row) => row.map((cell) => cell.replace(/^=/, "'="))));
});
