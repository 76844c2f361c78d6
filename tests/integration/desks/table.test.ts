import { describe, expect, test } from "vitest";
import { itemsTable } from "#lib/desks/table";
import { listQuery } from "#lib/items/schema";
import { EDITORIAL_NOUNS } from "#lib/nouns/cards";
import { db } from "#lib/platform/db";
import { tableFile } from "#lib/tables/files";
import { AT, DAY, later } from "#tests/support/clock";
import { writeItem } from "#tests/support/edit-form";
import { makeCentre, makeEditor, makeNeed, makeResource, unknownId } from "#tests/support/factories";
import { withQueues } from "#tests/support/registrations";
import { readWorkbook } from "#tests/support/workbook";

withQueues();

/** What the file of a list of resources holds, by heading. */
async function exported(query: Record<string, string> = {}) {
  const table = await itemsTable(await makeEditor(), "resource", listQuery.parse(query), AT);
  const { rows } = await readWorkbook(await tableFile(table, "xlsx"));
  const [headings = [], ...lines] = rows;
  return lines.map((line) => Object.fromEntries(headings.map((heading, index) => [heading, line[index]])));
}

describe("the file of a list", () => {
  test("has every field of the form, choices in their words, one a line", async () => {
    const [need, centre] = [await makeNeed({ title: "Mobiliser" }), await makeCentre({ name: "ARPEA" })];
    const { id, slug } = await makeResource({
      title: "=Le guide",
      authors: ["Une autrice", "Un auteur"],
      year: 2019,
      pages: 42,
      durationMinutes: null,
      audiences: ["association", "company"],
      needs: { create: { needId: need.id, first: true } },
      centres: { create: { centreId: centre.id } },
      links: { create: { position: 1, url: "https://exemple.fr/a.pdf", label: "Lire", format: "PDF" } },
    });
    const [line] = await exported();
    expect(line).toMatchObject({
      Identifiant: id,
      État: "En ligne",
      "Page publique": expect.stringMatching(new RegExp(`^https?://.+/ressources/${slug}$`)),
      Titre: "=Le guide",
      "Type de document": "Guide",
      Auteurs: "Une autrice\nUn auteur",
      Année: 2019,
      "Nombre de pages": 42,
      "Durée en minutes": null,
      Publics: "Association\nEntreprise",
      Besoins: "Mobiliser",
      "À lire en premier pour ces besoins": "Mobiliser",
      "Centres de ressources": "ARPEA",
      Liens: "https://exemple.fr/a.pdf Lire | PDF",
      "Dernière modification": expect.any(Date),
    });
  });

  test("holds what its address designates, all pages of it, in its order", async () => {
    for (const number of Array.from({ length: 61 }, (_, index) => index))
      await makeResource({ title: `Guide ${String(number).padStart(2, "0")}`, type: number % 2 ? "guide" : "book" });
    const lines = await exported({ type: "guide", tri: "titre", page: "2" });
    expect(lines.map(({ Titre }) => Titre)).toEqual(
      Array.from({ length: 30 }, (_, index) => `Guide ${String(index * 2 + 1).padStart(2, "0")}`),
    );
    expect(await exported({ type: "mooc" })).toEqual([]);
  });

  test("says what is written, as the form opens: the working copy, and a draft that has no row yet", async () => {
    const { id } = await makeResource({ title: "En ligne" });
    const draft = unknownId();
    const common = { noun: "resource", state: "working", auto: false, at: AT } as const;
    await db.revision.createMany({
      data: [
        { ...common, itemId: id, version: 2, title: "Réécrit", values: { title: "Réécrit", year: "2o2o" } },
        { ...common, itemId: draft, version: 1, title: "Ébauche", values: { title: "Ébauche" } },
      ],
    });
    const lines = await exported({ tri: "titre" });
    expect(lines).toMatchObject([
      { Identifiant: draft, Titre: "Ébauche", État: "Brouillon", "Page publique": null, Année: null },
      { Identifiant: id, Titre: "Réécrit", État: "Modifications en attente", Année: "2o2o" },
    ]);
  });

  test("tells what is not online yet, and gives no address for it", async () => {
    await makeResource({ title: "A", publishedAt: later(DAY) });
    await makeResource({ title: "B", withdrawnAt: later(-DAY) });
    expect((await exported({ tri: "titre" })).map((line) => [line.État, line["Page publique"]])).toEqual([
      ["Publication programmée", null],
      ["Retiré", null],
    ]);
  });

  test.each(EDITORIAL_NOUNS)("is made of a %s as of any other noun", async (noun) => {
    const editor = await makeEditor();
    const { id } = await writeItem(noun, editor);
    const { columns, rows } = await itemsTable(editor, noun, listQuery.parse({}), AT);
    expect(rows.map(([own]) => own)).toContain(id);
    for (const row of rows) expect(row).toHaveLength(columns.length);
    expect(new Set(columns.map(({ label }) => label)).size).toBe(columns.length);
  });
});
