import { describe, expect, it } from "vitest";
import { listForEditor } from "#lib/desks/list";
import { listItems } from "#lib/items/queries";
import { listQuery } from "#lib/items/schema";
import type { EditorialNoun } from "#lib/nouns/cards";
import { inFrenchOrder } from "#lib/platform/text";
import { AT, DAY, later } from "#tests/support/clock";
import {
  makeCentre,
  makeEditor,
  makeFigure,
  makeRegistration,
  makeResource,
  makeTerm,
  makeWebinar,
} from "#tests/support/factories";

const list = async (noun: EditorialNoun, query: Record<string, unknown> = {}) =>
  listItems(await makeEditor(), noun, listQuery.parse(query), AT);
const titles = async (noun: EditorialNoun, query?: Record<string, unknown>) =>
  (await list(noun, query)).rows.map(({ title }) => title);

describe("a list of the back office", () => {
  it.each([
    [{ q: "evaluation" }, ["L’évaluation partenariale"]],
    [{ q: "territorial MECENAT" }, ["Mécénat territorial"]],
    [{ q: "l'évaluation" }, ["L’évaluation partenariale"]],
    [{ q: "coeur" }, ["Au cœur du projet"]],
    [{ q: "100% _" }, []],
    [{ q: "rien de tel" }, []],
    [{ etat: "draft" }, ["Brouillon"]],
    [{ etat: "scheduled" }, ["Bientôt"]],
    [{ etat: "withdrawn" }, ["Retiré"]],
    [{ etat: "published", q: "mecenat" }, ["Mécénat territorial"]],
    [{ etat: "to_confirm" }, ["Mécénat territorial"]],
    [{ etat: "unread" }, ["L’évaluation partenariale"]],
    [{ etat: "n’importe quoi", page: "-3", q: ["bientot", "deux fois"] }, ["Bientôt"]],
  ])("answers %j with %j", async (query, expected) => {
    for (const [name, state] of [
      ["L’évaluation partenariale", { confidence: "unread" }],
      ["Mécénat territorial", { confidence: "to_confirm" }],
      ["Au cœur du projet", {}],
      ["Brouillon", { publishedAt: null }],
      ["Bientôt", { publishedAt: later(DAY) }],
      ["Retiré", { withdrawnAt: AT }],
    ] as const)
      await makeTerm({ name, ...state });
    expect(await titles("term", query)).toEqual(expected);
  });

  it("comes in pages of fifty, in French order; a page past the end is the last", async () => {
    const names = Array.from({ length: 51 }, (_, index) => `${"ÉeœEz«"[index % 6]} ${50 - index}`);
    for (const name of names) await makeTerm({ name });
    const sorted = inFrenchOrder(names, (name) => name);
    expect(await titles("term")).toEqual(sorted.slice(0, 50));
    expect(await list("term", { page: "7" })).toMatchObject({
      page: 2,
      pageCount: 2,
      total: 51,
      rows: [{ title: sorted[50] }],
    });
    expect(await list("term", { page: "0" })).toMatchObject({ page: 1 });
    expect(await list("term", { q: "oe", page: "2" })).toMatchObject({ page: 1, pageCount: 1, total: 9 });
  });

  it("sorts each noun by its own column", async () => {
    const positions = [3, 1, 2];
    for (const position of positions) await makeCentre({ name: `Rang ${position}`, position });
    expect(await titles("centre")).toEqual(["Rang 1", "Rang 2", "Rang 3"]);
    for (const days of positions) await makeResource({ title: `Jour ${days}`, updatedAt: later(days * DAY) });
    expect(await titles("resource")).toEqual(["Jour 3", "Jour 2", "Jour 1"]);
    for (const days of positions) await makeWebinar({ title: `Jour ${days}`, startsAt: later(days * DAY) });
    expect(await titles("webinar")).toEqual(["Jour 3", "Jour 2", "Jour 1"]);
  });

  it("names a figure by its value and its statement, and finds it by both", async () => {
    await makeFigure({ value: "76\u202F%", statement: "des maires s’engagent" });
    await makeFigure({ value: "12", statement: "centres" });
    expect(await titles("figure", { q: "maires 76" })).toEqual(["76\u202F% des maires s’engagent"]);
  });

  it("says a few more words of resources and webinars", async () => {
    const editor = await makeEditor();
    const described = async (noun: EditorialNoun) =>
      (await listForEditor(editor, noun, listQuery.parse({}), AT)).rows.map(({ detail }) => detail);
    await makeResource({ type: "guide", year: 2016, updatedAt: AT });
    await makeResource({ type: "kit", year: null, updatedAt: later(-DAY) });
    expect(await described("resource")).toEqual(["Guide, 2016", "Kit"]);
    const { id } = await makeWebinar({ startsAt: new Date("2027-08-19T11:00:00Z"), capacity: 3 });
    await makeRegistration({ webinarId: id });
    expect(await described("webinar")).toEqual([
      "jeudi 19 août 2027, 13\u00A0h\u202F–\u2060\u202F14\u00A0h · 1\u00A0inscrit pour 3\u00A0places",
    ]);
    await makeTerm();
    expect(await described("term")).toEqual([""]);
  });
});
