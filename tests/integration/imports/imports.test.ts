import { beforeAll, beforeEach, expect, test } from "vitest";
import type { Editor } from "#lib/auth/editor";
import { saveOf } from "#lib/desks/mutations";
import { askStep, bringTable, forgetOldImports, type ImportStep } from "#lib/imports/mutations";
import { findImport, listImports, listLines, nextLines } from "#lib/imports/queries";
import { broughtTable, type Mapping, reportQuery } from "#lib/imports/schema";
import { surveyed } from "#lib/imports/table";
import { workOnImport } from "#lib/jobs/imports";
import { ensureQueues } from "#lib/jobs/queues";
import { db } from "#lib/platform/db";
import { listTrash } from "#lib/publication/trash/queries";
import { AT, DAY, later } from "#tests/support/clock";
import { makeEditor, makeNeed } from "#tests/support/factories";

/** How many lines the large table has, one in fifty of which is faulty: `IMPORT_LINES=10000` for that of a whole library. */
const LARGE = Number(process.env.IMPORT_LINES) || 60;

const HEADINGS = "Cote;Titre;Type;Résumé;Publics;Année;Source;Fiabilité;Lien";
const whole = (key: string, title: string, more: { type?: string; year?: string; summary?: string } = {}) =>
  [
    key,
    title,
    more.type ?? "Guide",
    more.summary ?? "Pour qui commence.",
    '"Association; Entreprise"',
    more.year ?? "2019",
    "Le catalogue du centre.",
    "Documenté",
    `https://exemple.fr/${key}.pdf`,
  ].join(";");
const tableOf = (...lines: string[]) => [HEADINGS, ...lines].join("\r\n");

beforeAll(ensureQueues);

let editor: Editor;
beforeEach(async () => {
  editor = await makeEditor();
});

const at = () => AT;
async function step(id: string, asked: ImportStep, signal?: AbortSignal): Promise<void> {
  expect(await askStep(editor, id, asked, AT)).toEqual({ ok: true });
  await workOnImport({ id, userId: editor.userId }, { clock: at, signal });
}

async function brought(text: string): Promise<string> {
  const outcome = await bringTable(editor, { name: "catalogue.csv", text }, AT);
  if (!outcome.ok) throw new Error(outcome.reason);
  return outcome.id;
}

/** Reads a table, says what it would do, and does it. */
async function imported(text: string): Promise<string> {
  const id = await brought(text);
  await step(id, "check");
  await step(id, "run");
  return id;
}

const outcomesOf = async (id: string) =>
  (await listLines(editor, id)).map(({ number, outcome, words }) => [number, outcome, words]);
const countsOf = async (id: string) => (await findImport(editor, id))?.counts;

/** All that is written of resources. */
const written = async () => [
  await db.resource.findMany({ orderBy: { id: "asc" }, select: { id: true, title: true, version: true, year: true } }),
  await db.revision.findMany({ orderBy: { id: "asc" }, select: { itemId: true, state: true, values: true } }),
];

test("a table is read before anything is written, then becomes drafts as a form makes them", async () => {
  await makeNeed({ title: "Dialoguer avec les acteurs" });
  const text = tableOf(whole("A1", "Agir ensemble"), ";Sans cote;Guide", "A3;À compléter");
  const id = await brought(text);
  expect((await findImport(editor, id))?.mapping).toMatchObject({ key: 0, title: 1, type: 2, summary: 3, links: 8 });
  await step(id, "check");
  expect(await findImport(editor, id)).toMatchObject({ state: "checked", total: 3, read: 3 });
  expect(await outcomesOf(id)).toEqual([
    [2, "make", ""],
    [3, "refused", "L’identifiant manque."],
    [4, "make", "Reste à compléter\u00A0: Type de document, Résumé, Publics, Source, Fiabilité."],
  ]);
  expect(await written()).toEqual([[], []]);

  await step(id, "run");
  expect(await findImport(editor, id)).toMatchObject({ state: "done", counts: { make: 2, refused: 1, acted: 2 } });
  expect(await db.resource.findMany({ include: { links: true } })).toMatchObject([
    {
      title: "Agir ensemble",
      slug: "agir-ensemble",
      type: "guide",
      year: 2019,
      audiences: ["association", "company"],
      language: "fr",
      publishedAt: null,
      links: [{ url: "https://exemple.fr/A1.pdf", label: "Lire le document" }],
    },
  ]);
  const [draft] = await db.revision.findMany({ where: { state: "working" } });
  expect(draft).toMatchObject({ title: "À compléter", values: { title: "À compléter", language: "fr" } });
  expect(await db.auditEntry.count({ where: { action: "resource.create", userId: editor.userId } })).toBe(1);
});

test("what a line has wrong is told, with its number in the table, and is not written", async () => {
  const id = await imported(
    tableOf(
      whole("A1", "Un", { year: "20190" }),
      whole("A2", "Deux", { type: "Roman" }),
      "",
      whole("A3", "Trois"),
      whole("A3", "Trois encore"),
      `${whole("A4", "Quatre")};de trop`,
      "A5;;Guide",
    ),
  );
  expect(await outcomesOf(id)).toEqual([
    [2, "refused", "Année\u00A0: Indiquez une année entre 1900 et 2100."],
    [3, "refused", "Type de document\u00A0: «\u202FRoman\u202F» n’est pas dans la liste."],
    [5, "make", ""],
    [6, "refused", "Le même identifiant est déjà à la ligne 5."],
    [7, "refused", "Cette ligne a plus de cellules que celle des titres."],
    [8, "refused", "Le titre manque."],
  ]);
  expect(await db.resource.count()).toBe(1);
});

test("the same table again changes nothing; what it says otherwise changes alone, and never what the public reads", async () => {
  const lines = [whole("A1", "Un"), whole("A2", "Deux  fois"), "A3;Trois;;Le début."];
  await imported(tableOf(...lines));
  await db.resource.updateMany({ where: { title: "Un" }, data: { publishedAt: AT } });
  const before = await written();
  const again = await imported(tableOf(...lines));
  expect(await countsOf(again)).toMatchObject({ make: 0, change: 0, same: 3, refused: 0 });
  expect(await written()).toEqual(before);

  const other = await imported(
    tableOf(whole("A1", "Un", { year: "2021" }), whole("A2", "Deux  fois", { summary: "" }), "A3;Trois bis"),
  );
  expect(await outcomesOf(other)).toEqual([
    [2, "change", "Année"],
    [3, "same", ""],
    [4, "change", "Titre. Reste à compléter\u00A0: Type de document, Publics, Source, Fiabilité."],
  ]);
  expect(await db.resource.findFirst({ where: { title: "Un" } })).toMatchObject({ year: 2019, publishedAt: AT });
  const copy = await db.revision.findFirst({ where: { title: "Un", state: "working" } });
  expect(copy?.values).toMatchObject({ year: "2021" });
  expect(await db.resource.count()).toBe(2);
});

test("an import is undone whole, but for what somebody went on with", async () => {
  await imported(tableOf(whole("B1", "Ancienne"), whole("B2", "En ligne")));
  await db.resource.updateMany({ where: { title: "En ligne" }, data: { publishedAt: AT } });
  const id = await imported(
    tableOf(
      whole("B1", "Ancienne", { year: "2022" }),
      whole("B2", "En ligne", { year: "2022" }),
      whole("B3", "Nouvelle"),
      whole("B4", "Reprise"),
      "B5;Incomplète",
    ),
  );
  const taken = await db.resource.findFirstOrThrow({ where: { title: "Reprise" } });
  await db.resource.update({ where: { id: taken.id }, data: { publishedAt: AT } });
  await step(id, "undo");
  expect(await findImport(editor, id)).toMatchObject({ state: "undone", counts: { left: 1 } });
  const fates = (await listLines(editor, id)).map(({ key, undone }) => [key, undone]);
  expect(fates).toEqual([
    ["B1", true],
    ["B2", true],
    ["B3", true],
    ["B4", false],
    ["B5", true],
  ]);
  expect((await db.resource.findFirst({ where: { title: "Ancienne" } }))?.year).toBe(2019);
  expect(await db.revision.count({ where: { title: "En ligne", state: "working" } })).toBe(0);
  expect((await listTrash(editor)).map(({ title }) => title).sort()).toEqual(["Incomplète", "Nouvelle"]);

  const anew = await imported(tableOf(whole("B3", "Nouvelle")));
  expect(await countsOf(anew)).toMatchObject({ make: 1 });
});

test("a worker that is stopped half-way leaves the rest to the next one, and each line is done once", async () => {
  const id = await brought(tableOf(...Array.from({ length: 6 }, (_, rank) => whole(`C${rank}`, `Titre ${rank}`))));
  await step(id, "check");
  const stopping = new AbortController();
  const clock = () => {
    if (++asked > 6) stopping.abort(new Error("stopped"));
    return AT;
  };
  let asked = 0;
  await askStep(editor, id, "run", AT);
  const job = { id, userId: editor.userId };
  await expect(workOnImport(job, { clock, signal: stopping.signal })).rejects.toThrow("stopped");
  const half = await db.resource.count();
  expect(half).toBeGreaterThan(0);
  expect(half).toBeLessThan(6);
  // Saved, and not yet told when its worker died.
  const [first] = await db.resourceImportLine.findMany({ where: { importId: id, acted: true }, take: 1 });
  await db.resourceImportLine.updateMany({
    where: { importId: id, number: first?.number ?? 0 },
    data: { acted: false },
  });
  await workOnImport(job, { clock: at });
  expect(await findImport(editor, id)).toMatchObject({ state: "done", counts: { make: 6, acted: 6, same: 0 } });
  expect(await db.resource.count()).toBe(6);
});

test("what is done elsewhere meanwhile is seen when the line is done", async () => {
  const id = await brought(tableOf(whole("D1", "Un")));
  await step(id, "check");
  const other = await imported(tableOf(whole("D1", "Un")));
  expect(await countsOf(other)).toMatchObject({ make: 1 });
  await step(id, "run");
  expect(await countsOf(id)).toMatchObject({ make: 0, same: 1 });
  expect(await db.resource.count()).toBe(1);
});

test("what lies in the trash is not written over", async () => {
  await imported(tableOf(whole("E1", "Un")));
  const { id: itemId } = await db.resource.findFirstOrThrow();
  await db.trashedItem.create({ data: { itemId, noun: "resource", title: "Un", at: AT } });
  const id = await imported(tableOf(whole("E1", "Un", { year: "2022" })));
  expect(await outcomesOf(id)).toEqual([[2, "refused", expect.stringContaining("corbeille")]]);
});

test("an account that may write no more imports nothing", async () => {
  const id = await brought(tableOf(whole("F1", "Un")));
  await step(id, "check");
  await askStep(editor, id, "run", AT);
  await db.user.update({ where: { id: editor.userId }, data: { role: "reader" } });
  await workOnImport({ id, userId: editor.userId }, { clock: at });
  expect(await findImport(editor, id)).toMatchObject({
    state: "checked",
    fault: expect.stringContaining("ne peut plus écrire"),
  });
  expect(await db.resource.count()).toBe(0);
});

test("a step is asked for where it may be, and once", async () => {
  const id = await brought(tableOf(whole("G1", "Un")));
  expect(await askStep(editor, id, "run", AT)).toEqual({ ok: false, reason: "moved" });
  await step(id, "check");
  await step(id, "run");
  expect(await askStep(editor, id, "check", AT)).toEqual({ ok: false, reason: "moved" });
  expect(await askStep(editor, id, "run", AT)).toEqual({ ok: false, reason: "moved" });
});

test("columns that were chosen are kept for the next table with the same headings", async () => {
  const headings = "Numéro d’ordre;Appellation";
  const mapping: Mapping = { key: 0, title: 1 };
  const id = await brought(`${headings}\n1;Un`);
  expect((await findImport(editor, id))?.mapping).toEqual({});
  await askStep(editor, id, "check", AT, mapping);
  const next = await brought(`${headings}\n2;Deux`);
  expect((await findImport(editor, next))?.mapping).toEqual(mapping);
  const other = await brought(`${headings};Type\n2;Deux;Guide`);
  expect((await findImport(editor, other))?.mapping).toEqual({ type: 2 });
});

test("columns chosen last are proposed, imports are listed the latest first, two of one instant as they came", async () => {
  const headings = "Numéro d’ordre;Appellation";
  const chosen = async (mapping: Mapping, at: Date) => {
    const outcome = await bringTable(editor, { name: "catalogue.csv", text: `${headings}\n1;Un` }, at);
    if (!outcome.ok) throw new Error(outcome.reason);
    await askStep(editor, outcome.id, "check", at, mapping);
    return outcome.id;
  };
  const ids = [await chosen({ key: 0, title: 1 }, AT), await chosen({ key: 0, title: 1 }, AT)];
  ids.push(await chosen({ key: 1, title: 0 }, later(DAY)));
  expect((await listImports(editor, later(DAY))).map(({ id }) => id)).toEqual(ids.toReversed());
  const next = await brought(`${headings}\n2;Deux`);
  expect((await findImport(editor, next))?.mapping).toEqual({ key: 1, title: 0 });
});

test("lines are done in the order of the table, and a report is read by fifty", async () => {
  const id = await brought(tableOf(...Array.from({ length: 51 }, (_, rank) => whole(`J${rank}`, `Document ${rank}`))));
  await step(id, "check");
  expect((await nextLines(id, "run", 2)).map(({ number }) => number)).toEqual([2, 3]);
  const pages = await Promise.all([1, 2].map((page) => listLines(editor, id, reportQuery.parse({ page }))));
  expect(pages.map((lines) => [lines.length, lines[0]?.number])).toEqual([
    [50, 2],
    [1, 52],
  ]);
});

test("a table has twenty thousand lines at most", async () => {
  const text = (length: number) => ["Cote;Titre", ...Array.from({ length }, (_, rank) => `${rank};a`)].join("\n");
  expect(await surveyed(text(20_000))).toMatchObject({ ok: true, total: 20_000 });
  expect(await surveyed(text(20_001))).toEqual({ ok: false, reason: "long" });
});

test("a table weighs ten megabytes at most, and a report begins with its first page", () => {
  const read = (length: number) => broughtTable.safeParse({ pasted: "a".repeat(length) }).success;
  expect([read(10_000_000), read(10_000_001)]).toEqual([true, false]);
  expect(reportQuery.parse({ page: "0" }).page).toBe(1);
});

test("after thirty days an import is forgotten, and its identifiers still mean the same", async () => {
  await imported(tableOf(whole("H1", "Un")));
  await forgetOldImports(later(29 * DAY));
  expect(await listImports(editor, AT)).toHaveLength(1);
  await forgetOldImports(later(31 * DAY));
  expect(await db.resourceImportLine.count()).toBe(0);
  expect(await db.externalId.count()).toBe(1);
});

test("a large table is told line by line, and changes nothing the second time", {
  timeout: LARGE * 2_000,
}, async () => {
  const lines = Array.from({ length: LARGE }, (_, rank) =>
    whole(`L${rank}`, `Document ${rank}`, rank % 50 === 7 ? { year: "an mil" } : {}),
  );
  const faulty = lines.flatMap((_, rank) => (rank % 50 === 7 ? [rank + 2] : []));
  const id = await imported(tableOf(...lines));
  const refused = (await listLines(editor, id)).filter(({ outcome }) => outcome === "refused");
  expect(refused.map(({ number }) => number)).toEqual(faulty);
  const made = LARGE - faulty.length;
  expect(await countsOf(id)).toEqual({ make: made, change: 0, same: 0, refused: faulty.length, acted: made, left: 0 });
  expect(await db.resource.count()).toBe(made);
  const before = await db.resource.aggregate({ _sum: { version: true }, _max: { updatedAt: true } });
  const again = await imported(tableOf(...lines));
  expect(await countsOf(again)).toMatchObject({ make: 0, change: 0, same: made, refused: faulty.length });
  expect(await db.resource.aggregate({ _sum: { version: true }, _max: { updatedAt: true } })).toEqual(before);
});

test("a draft that a colleague saves meanwhile is theirs", async () => {
  const id = await imported(tableOf(whole("I1", "Un")));
  const row = await db.resource.findFirstOrThrow();
  const { deskOf } = await import("#lib/desks/desks");
  const held = await deskOf("resource").find(editor, row.id);
  if (!held) throw new Error("it is gone");
  const colleague = await makeEditor();
  const input = { ...(held as never as Parameters<ReturnType<typeof saveOf>>[1]), id: row.id };
  const edition = { values: { title: "À elle" }, title: "À elle", pen: null, auto: false, stored: null };
  expect(await saveOf("resource")(colleague, input, AT, edition)).toMatchObject({ ok: true });
  await step(id, "undo");
  expect(await findImport(editor, id)).toMatchObject({ counts: { left: 1 } });
  expect(await listTrash(editor)).toEqual([]);
});
