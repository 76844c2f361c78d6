import { describe, expect, it } from "vitest";
import { adminList, listQuery } from "#lib/editorial/admin-list";
import type { EditorialState } from "#lib/editorial/schema";
import { AT, DAY, later } from "#tests/support/clock";
import { editorialRow } from "#tests/support/views";

const row = (title: string, overrides: Partial<EditorialState> = {}) =>
  editorialRow({ id: title, slug: title, title, ...overrides });

const rows = [
  row("L’évaluation partenariale"),
  row("Mécénat territorial", { confidence: "to_confirm" }),
  row("Brouillon", { publishedAt: null }),
  row("Bientôt", { publishedAt: later(DAY) }),
  row("Retiré", { withdrawnAt: AT }),
];
const titles = (query: Record<string, unknown>) =>
  adminList("term", rows, listQuery.parse(query), AT).rows.map(({ title }) => title);

describe("a list of the back office", () => {
  it.each([
    [{ q: "evaluation" }, ["L’évaluation partenariale"]],
    [{ q: "territorial MECENAT" }, ["Mécénat territorial"]],
    [{ q: "rien de tel" }, []],
    [{ etat: "draft" }, ["Brouillon"]],
    [{ etat: "scheduled" }, ["Bientôt"]],
    [{ etat: "withdrawn" }, ["Retiré"]],
    [{ etat: "published", q: "mecenat" }, ["Mécénat territorial"]],
    [{ etat: "to_confirm" }, ["Mécénat territorial"]],
    [{ etat: "n’importe quoi", page: "-3", q: ["bientot", "deux fois"] }, ["Bientôt"]],
  ])("answers %j with %j", (query, expected) => {
    expect(titles(query)).toEqual(expected);
  });

  it("comes in pages of fifty; a page past the end is the last", () => {
    const many = Array.from({ length: 51 }, (_, index) => row(`Terme ${index}`));
    const list = adminList("term", many, listQuery.parse({ page: "7" }), AT);
    expect(list).toMatchObject({ page: 2, pageCount: 2, total: 51 });
    expect(list.rows).toHaveLength(1);
  });

  it("leads to the pages where an item is edited and read", () => {
    expect(adminList("term", [row("mot")], listQuery.parse({}), AT).rows[0]).toMatchObject({
      editHref: "/administration/glossaire/mot",
      publicHref: "/glossaire#mot",
    });
  });
});
