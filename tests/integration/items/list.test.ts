import { describe, expect, it } from "vitest";
import { listForEditor } from "#lib/desks/list";
import { foundItems, listItems } from "#lib/items/queries";
import { listQuery } from "#lib/items/schema";
import { EDITORIAL_NOUNS, type EditorialNoun } from "#lib/nouns/cards";
import { db } from "#lib/platform/db";
import { inFrenchOrder } from "#lib/platform/text";
import { AT, DAY, later } from "#tests/support/clock";
import {
  makeCentre,
  makeCycle,
  makeEditor,
  makeFigure,
  makeNeed,
  makeRegistration,
  makeResource,
  makeTerm,
  makeWebinar,
} from "#tests/support/factories";
import { expectOrder } from "#tests/support/order";

const list = async (noun: EditorialNoun, query: Record<string, unknown> = {}) =>
  listItems(await makeEditor(), noun, listQuery.parse(query), AT);
const titles = async (noun: EditorialNoun, query?: Record<string, unknown>) =>
  (await list(noun, query)).rows.map(({ title }) => title);

describe("what answers some words over the whole back office", () => {
  const found = async (q: string, most = 6) =>
    (await foundItems(await makeEditor(), q, most)).map(({ noun, total, rows }): [EditorialNoun, number, string[]] => [
      noun,
      total,
      rows.map(({ title }) => title),
    ]);

  it("stands noun by noun in the order of the menu, titles first, whatever its state", async () => {
    await makeTerm({ name: "Mécénat", publishedAt: null });
    await makeResource({ title: "Autre", summary: "Du mécénat.", updatedAt: later(DAY) });
    await makeResource({ title: "Mécénat et bénévolat", withdrawnAt: AT });
    await makeWebinar({ title: "Qualifier" });
    expect(await found("mecenat")).toEqual([
      ["resource", 2, ["Mécénat et bénévolat", "Autre"]],
      ["term", 1, ["Mécénat"]],
    ]);
    expect(await found("mecenat", 1)).toEqual([
      ["resource", 2, ["Mécénat et bénévolat"]],
      ["term", 1, ["Mécénat"]],
    ]);
    expect(await found("qualif")).toEqual([["webinar", 1, ["Qualifier"]]]);
  });

  it("has the latest touched first among titles, then among texts", async () => {
    await expectOrder(
      ["Un mécénat", "Le mécénat", "Premier", "Dernier"],
      (title, rank) =>
        makeResource({ title, summary: "Du mécénat.", updatedAt: later((rank < 2 ? -1 : 1) * DAY - rank) }),
      async () => (await found("mecenat")).flatMap(([, , rows]) => rows),
    );
  });

  it("is nothing for what says nothing", async () => {
    await makeTerm();
    for (const q of ["", "  ", "%", "؟"]) expect(await found(q)).toEqual([]);
  });
});

describe("a list of the back office", () => {
  it.each([
    [{ q: "evaluation" }, ["L’évaluation partenariale"]],
    [{ q: "territorial MECENAT" }, ["Mécénat territorial"]],
    [{ q: "l'évaluation" }, ["L’évaluation partenariale"]],
    [{ q: "coeur" }, ["Au cœur du projet"]],
    [{ q: "erritor" }, ["Mécénat territorial"]],
    [{ q: "ut" }, []],
    [{ q: "100% _" }, []],
    [{ q: "rien de tel" }, []],
    [{ etat: "draft" }, ["Brouillon"]],
    [{ etat: "scheduled" }, ["Bientôt"]],
    [{ etat: "withdrawn" }, ["Retiré"]],
    [{ etat: "published", q: "mecenat" }, ["Mécénat territorial"]],
    [{ etat: "to_confirm" }, ["Mécénat territorial"]],
    [{ etat: "unread" }, ["L’évaluation partenariale"]],
    [{ fiabilite: "unread", etat: "draft" }, []],
    [{ fiabilite: "to_confirm", etat: "published" }, ["Mécénat territorial"]],
    [{ q: "de l’evalu" }, ["L’évaluation partenariale"]],
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
    for (const days of [3, -1, 1, -2, 2]) await makeWebinar({ title: `Jour ${days}`, startsAt: later(days * DAY) });
    expect(await titles("webinar")).toEqual(["Jour 1", "Jour 2", "Jour 3", "Jour -1", "Jour -2"]);
    expect(await titles("webinar", { quand: "a-venir" })).toEqual(["Jour 1", "Jour 2", "Jour 3"]);
    expect(await titles("webinar", { quand: "passees", tri: "titre" })).toEqual(["Jour -1", "Jour -2"]);
    expect(await titles("centre", { quand: "passees" })).toHaveLength(3);
  });

  it("is sorted as asked", async () => {
    for (const [title, days] of [
      ["Élan", -3],
      ["Zone", -1],
      ["Essai", -2],
    ] as const)
      await makeResource({ title, updatedAt: later(days * DAY) });
    expect(await titles("resource", { tri: "titre" })).toEqual(["Élan", "Essai", "Zone"]);
    expect(await titles("resource", { tri: "recentes" })).toEqual(["Zone", "Essai", "Élan"]);
    expect(await titles("resource", { tri: "anciennes" })).toEqual(["Élan", "Essai", "Zone"]);
  });

  it("finds by the authors, the publisher and the summary too, in any order, and not by the text", async () => {
    await makeResource({
      title: "L’intérêt général",
      summary: "Une convention pluriannuelle.",
      authors: ["Ada Lovelace"],
      publisher: "JURIS éditions",
      body: "Quadripartite",
    });
    await makeResource({ title: "Autre" });
    for (const q of ["juris interet", "lovelace", "pluriannuelles convention", "GÉNÉRAL ada"])
      expect([q, await titles("resource", { q })]).toEqual([q, ["L’intérêt général"]]);
    expect(await titles("resource", { q: "quadripartite" })).toEqual([]);
    expect(await titles("resource", { q: "juris autre" })).toEqual([]);
  });

  it("is narrowed by what ties a resource, and by what ties none", async () => {
    const [need, centre] = [await makeNeed(), await makeCentre()];
    const tied = await makeResource({ title: "Liée", type: "kit", audiences: ["company", "association"] });
    await makeResource({ title: "Seule", type: "guide", audiences: [] });
    await db.resourceNeed.create({ data: { resourceId: tied.id, needId: need.id } });
    await db.resourceCentre.create({ data: { resourceId: tied.id, centreId: centre.id } });
    for (const query of [
      { besoin: need.id },
      { centre: centre.id },
      { type: "kit" },
      { public: "company" },
      { besoin: need.id, centre: centre.id, type: "kit", public: "association", etat: "published" },
    ])
      expect([query, await titles("resource", query)]).toEqual([query, ["Liée"]]);
    for (const query of [{ besoin: "aucun" }, { centre: "aucun" }, { type: "guide" }, { public: "aucun" }])
      expect([query, await titles("resource", query)]).toEqual([query, ["Seule"]]);
    expect(await titles("resource", { besoin: "'; --", type: "plumber" })).toEqual([]);
    expect(await titles("resource", { cycle: "ignoré" })).toHaveLength(2);
  });

  it("is narrowed by the cycle and the need of a session", async () => {
    const [cycle, need] = [await makeCycle(), await makeNeed()];
    await makeWebinar({ title: "Ici", cycleId: cycle.id, needId: need.id });
    await makeWebinar({ title: "Ailleurs" });
    expect(await titles("webinar", { cycle: cycle.id })).toEqual(["Ici"]);
    expect(await titles("webinar", { besoin: need.id })).toEqual(["Ici"]);
    expect(await titles("webinar", { besoin: "aucun" })).toEqual(["Ailleurs"]);
  });

  it("says what nobody touched for a year, to the day", async () => {
    await makeResource({ title: "Vieille", updatedAt: new Date(later(-365 * DAY).getTime() - 1) });
    await makeResource({ title: "Un an", updatedAt: later(-365 * DAY) });
    expect(await titles("resource", { relue: "non" })).toEqual(["Vieille"]);
  });

  it("counts each state, whatever state is asked for, among what answers the rest", async () => {
    await makeResource({ title: "Une" });
    await makeResource({ title: "Deux", publishedAt: null });
    await makeResource({ title: "Trois", publishedAt: later(DAY), type: "kit" });
    const counts = { draft: 1, scheduled: 1, published: 1, withdrawn: 0, changed: 0 };
    expect(await list("resource", { etat: "draft" })).toMatchObject({ counts, total: 1 });
    expect(await list("resource", { type: "kit" })).toMatchObject({ counts: { scheduled: 1, draft: 0 }, total: 1 });
  });

  it("offers the choices of the form of its noun", async () => {
    const need = await makeNeed({ title: "Un besoin" });
    const query = listQuery.parse({ besoin: need.id });
    const { narrowings } = await listForEditor(await makeEditor(), "resource", query, AT);
    expect(narrowings.map(({ name }) => name)).toEqual(["besoin", "centre", "type", "public"]);
    expect(narrowings[0]).toMatchObject({
      chosen: need.id,
      options: [
        { value: "aucun", label: "Sans besoin" },
        { value: need.id, label: "Un besoin" },
      ],
    });
    for (const noun of EDITORIAL_NOUNS)
      for (const narrowing of (await listForEditor(await makeEditor(), noun, listQuery.parse({}), AT)).narrowings)
        if (narrowing.name !== "cycle" && narrowing.name !== "centre") expect(narrowing.options).not.toEqual([]);
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
