import { expect, test } from "vitest";
import type { EditField } from "#lib/edit-forms/schema";
import { decoded } from "#lib/files/decoding/rules";
import { readLine } from "#lib/imports/cells";
import { chosenMapping, guessedMapping } from "#lib/imports/columns";
import { reportRows } from "#lib/imports/labels";
import { MOST_LINES } from "#lib/imports/schema";
import { type Row, rowsOf, surveyed } from "#lib/imports/table";
import { resourceFields } from "#lib/resources/fields";

const needs = [
  { id: "n1", title: "Dialoguer avec les acteurs" },
  { id: "n2", title: "Mesurer son impact" },
];
const fields = resourceFields({ needs, centres: [{ id: "c1", name: "Centre, « un »" }] });
const all = async (text: string) => {
  const rows: Row[] = [];
  for await (const row of rowsOf(text)) rows.push(row);
  return rows;
};
const bytes = (text: string, ...before: number[]) => new Uint8Array([...before, ...Buffer.from(text, "utf8")]);

test.each([
  ["UTF-8", bytes("Titre;Résumé\nÉté;Ça\n")],
  ["UTF-8 with its mark", bytes("Titre;Résumé\nÉté;Ça\n", 0xef, 0xbb, 0xbf)],
  ["Windows-1252", new Uint8Array(Buffer.from("Titre;Résumé\r\nÉté;Ça\r\n", "latin1"))],
])("a table in %s is read alike", async (_, file) => {
  expect(await all(decoded(file))).toEqual([
    { number: 1, cells: ["Titre", "Résumé"] },
    { number: 2, cells: ["Été", "Ça"] },
  ]);
});

test.each([";", ",", "\t"])("columns are separated by %j", async (separator) => {
  const [, row] = await all(`Cote${separator}Titre\n1${separator}"Un ; deux, trois"`);
  expect(row?.cells).toEqual(["1", "Un ; deux, trois"]);
});

test("lines are numbered as spreadsheets do, whatever cells hold", async () => {
  const rows = await all('Cote;Titre\n1;"Sur\ndeux lignes"\n\n;\n2;Deux');
  expect(rows.map(({ number }) => number)).toEqual([1, 2, 5]);
  expect(rows[1]?.cells).toEqual(["1", "Sur\ndeux lignes"]);
});

test("what is no table of several lines is refused", async () => {
  const long = `a;b\n${"1;2\n".repeat(MOST_LINES + 1)}`;
  expect(await surveyed(long)).toEqual({ ok: false, reason: "long" });
  expect(await surveyed(long.slice(0, -"1;2\n".length))).toMatchObject({ ok: true, total: MOST_LINES });
  expect(await surveyed("a;b\n\n")).toEqual({ ok: false, reason: "empty" });
  expect(await surveyed("")).toEqual({ ok: false, reason: "empty" });
  expect(await surveyed("titre\nUn")).toEqual({ ok: false, reason: "narrow" });
  expect(await surveyed('a;b\n1;"sans fin\n2;3')).toEqual({ ok: false, reason: "quote" });
  expect(await surveyed("a;b;;\n1;2;;")).toEqual({ ok: true, headers: ["a", "b"], total: 1 });
});

test("columns are known by what they are called, here and elsewhere", () => {
  expect(guessedMapping(fields, ["ID", "Title", "Abstract Note", "Creator", "Url", "Besoins", "Autre"])).toEqual({
    key: 0,
    title: 1,
    summary: 2,
    authors: 3,
    links: 4,
    needIds: 5,
  });
  expect(guessedMapping(fields, ["Titre", "Adresse"])).toEqual({ title: 0, links: 1, key: 1 });
  expect(guessedMapping(fields, ["Truc"])).toEqual({});
});

test("of what was chosen, a place that is none is left out", () => {
  const posted = { key: "0", title: "1", type: "2", summary: "", year: "-1", nothing: "0" };
  expect(chosenMapping(fields, ["a", "b"], posted)).toEqual({ key: 0, title: 1 });
});

const read = (cells: Record<string, string>) => {
  const names = ["key", ...Object.keys(cells)];
  const mapping = Object.fromEntries(names.map((name, place) => [name, place]));
  return readLine(fields, mapping, { number: 2, cells: ["K", ...Object.values(cells)] }, names.length);
};

test.each<[name: string, cell: string, value: string | string[]]>([
  ["type", "guide", "guide"],
  ["type", "Livre blanc", "white_paper"],
  ["type", "référen", "reference_framework"],
  ["needIds", "Mesurer son impact | Dialoguer avec les acteurs", ["n2", "n1"]],
  ["centreIds", "Centre, « un »", ["c1"]],
  ["audiences", "Association, Entreprise", ["association", "company"]],
  ["audiences", "Fondation, fonds de dotation; Entreprise", ["foundation", "company"]],
  ["authors", "Durand, Camille; Petit, Jo", "Durand, Camille\nPetit, Jo"],
  ["pages", "1\u00A0200", "1200"],
  ["links", "https://a.fr/x.pdf", "https://a.fr/x.pdf Lire le document"],
  ["links", "https://a.fr/x.pdf Lire;https://b.fr", "https://a.fr/x.pdf Lire\nhttps://b.fr Lire le document"],
  ["summary", "Un ; deux | trois", "Un ; deux | trois"],
])("%s: %j is understood", (name, cell, value) => {
  expect(read({ [name]: cell })).toMatchObject({ typed: { [name]: value }, faults: [] });
});

test("an empty cell says nothing, and what no list has is told", () => {
  expect(read({ title: "", year: "" })).toEqual({ number: 2, key: "K", title: "", typed: {}, faults: [] });
  // How two labels begin designates neither.
  expect(read({ type: "li", audiences: "Association; Personne" }).faults).toEqual([
    "Type de document\u00A0: «\u202Fli\u202F» n’est pas dans la liste.",
    "Publics\u00A0: «\u202FPersonne\u202F» n’est pas dans la liste.",
  ]);
});

test("an identifier has two hundred characters at most", () => {
  const field: EditField[] = [];
  const fault = (key: string) => readLine(field, { key: 0 }, { number: 2, cells: [key] }, 1).faults;
  expect([fault("k".repeat(200)), fault("k".repeat(201)), fault("")]).toEqual([
    [],
    ["L’identifiant dépasse 200 caractères."],
    ["L’identifiant manque."],
  ]);
});

test("a report says what became of each line", () => {
  const line = { number: 2, key: "K", title: "T", words: "", itemId: null, acted: true, undone: null } as const;
  const fates = reportRows([
    { ...line, outcome: "make" },
    { ...line, outcome: "same" },
    { ...line, outcome: "refused", words: "Le titre manque." },
    { ...line, outcome: "change", undone: true },
    { ...line, outcome: "change", undone: false },
  ]).map((row) => [row[3], row[5]]);
  expect(fates).toEqual([
    ["Résultat", "Suite"],
    ["Nouvelle", "Fait"],
    ["Inchangée", ""],
    ["Refusée", ""],
    ["Modifiée", "Défait"],
    ["Modifiée", "Laissée\u00A0: quelqu’un l’a modifiée ou publiée depuis"],
  ]);
});
