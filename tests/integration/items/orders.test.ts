import { expect, test } from "vitest";
import type { Editor } from "#lib/auth/editor";
import { findCentre } from "#lib/centres/queries";
import { deskOf } from "#lib/desks/desks";
import { citing, listItems, visibleItems } from "#lib/items/queries";
import { findNeed, findNeedForEditor } from "#lib/needs/queries";
import type { EditorialNoun } from "#lib/nouns/cards";
import { db } from "#lib/platform/db";
import {
  findResource,
  findResourceForEditor,
  listResourceChoices,
  resourcesOfNeed,
  searchResources,
} from "#lib/resources/queries";
import { resourceQuery } from "#lib/resources/schema";
import { findWebinar } from "#lib/webinars/queries";
import { AT, DAY, later } from "#tests/support/clock";
import {
  makeCentre,
  makeEditor,
  makeFigure,
  makeNeed,
  makePage,
  makeResource,
  makeWebinar,
} from "#tests/support/factories";
import { expectOrder } from "#tests/support/order";
import { slugsOf } from "#tests/support/publication";

const list = async (editor: Editor, noun: EditorialNoun) =>
  (await listItems(editor, noun, { q: "", etat: "", page: 1 }, AT)).rows;

const SLUGS = ["un", "deux", "trois", "quatre"] as const;

test.each([
  ["need", makeNeed],
  ["centre", makeCentre],
  ["page", makePage],
  ["figure", makeFigure],
] as const)("editors see items (%s) in the order in which the public does", async (noun, make) => {
  const editor = await makeEditor();
  await expectOrder(
    SLUGS,
    (slug, position) => make({ slug, position }),
    async () => slugsOf(await list(editor, noun)),
  );
});

test("the plan of the site names what has a rank by rank, what has none by title", async () => {
  const read = async () => (await visibleItems(AT)).map(({ title }) => title);
  await expectOrder(["Rang 0", "Rang 1", "Rang 2", "Rang 3"], (name, position) => makeCentre({ name, position }), read);
  await db.centre.deleteMany();
  await expectOrder(["Atlas", "Échelle", "Étude", "Zone"], (title) => makeResource({ title }), read);
});

test("editors see the resources last touched first", async () => {
  const editor = await makeEditor();
  await expectOrder(
    SLUGS,
    (slug, rank) => makeResource({ slug, updatedAt: later(-rank * DAY) }),
    async () => slugsOf(await list(editor, "resource")),
  );
});

test("works of one year stand by title", async () => {
  const { id: needId } = await makeNeed({ slug: "besoin" });
  await expectOrder(
    ["Atlas", "Bilan", "Carnet", "Dossier"],
    (title) => makeResource({ title, needs: { create: { needId } } }),
    async () => (await resourcesOfNeed("besoin", AT, 9)).map(({ title }) => title),
  );
});

test("a resource names its needs and its centres in their order", async () => {
  const { id: resourceId } = await makeResource({ slug: "ressource" });
  const found = () => findResource("ressource", AT);
  await expectOrder(
    SLUGS,
    (slug, position) => makeNeed({ slug, position, resources: { create: { resourceId } } }),
    async () => slugsOf((await found())?.needs ?? []),
  );
  await expectOrder(
    SLUGS,
    (slug, position) => makeCentre({ slug, position, resources: { create: { resourceId } } }),
    async () => slugsOf((await found())?.centres ?? []),
  );
});

test("a form offers the needs and the centres in their order", async () => {
  const editor = await makeEditor();
  const offered = async (field: string) =>
    (await deskOf("resource").fields(editor)).flatMap((one) =>
      one.kind === "choices" && one.name === field ? one.options.map(({ label }) => label) : [],
    );
  await expectOrder(
    SLUGS,
    (title, position) => makeNeed({ title, position }),
    () => offered("needIds"),
  );
  await expectOrder(
    SLUGS,
    (name, position) => makeCentre({ name, position }),
    () => offered("centreIds"),
  );
});

test("a document is chosen among all of them by title", async () => {
  const editor = await makeEditor();
  await expectOrder(
    ["Atlas", "Bilan", "Carnet", "Dossier"],
    (title) => makeResource({ title }),
    async () => (await listResourceChoices(editor)).map(({ title }) => title),
  );
});

test("a search offers the needs in their order", async () => {
  const { id: resourceId } = await makeResource();
  await expectOrder(
    SLUGS,
    (slug, position) => makeNeed({ slug, position, resources: { create: { resourceId } } }),
    async () => {
      const { facets } = await searchResources(AT, resourceQuery.parse({}));
      return (facets.find(({ name }) => name === "besoin")?.options ?? []).map(({ value }) => value);
    },
  );
});

const answer = { reason: "Il y répond.", confidence: "documented" } as const;

test("a need names its centres, and a centre its needs, in their order", async () => {
  const { id: needId } = await makeNeed({ slug: "besoin" });
  await expectOrder(
    SLUGS,
    (slug, position) => makeCentre({ slug, position, needs: { create: { needId, ...answer } } }),
    async () => slugsOf((await findNeed("besoin", AT))?.centres ?? []),
  );
  const { id: centreId } = await makeCentre({ slug: "centre" });
  await expectOrder(
    ["cinq", "six", "sept", "huit"],
    (slug, position) => makeNeed({ slug, position, centres: { create: { centreId, ...answer } } }),
    async () => slugsOf((await findCentre("centre", AT))?.needs ?? []),
  );
});

test("the documents of a session stand in the order in which they were typed", async () => {
  const { id: webinarId } = await makeWebinar({ slug: "seance" });
  await expectOrder(
    ["Programme", "Diaporama", "Notes", "Bibliographie"],
    (label, position) =>
      db.webinarDocument.create({ data: { webinarId, position, label, url: `https://exemple.fr/${position}` } }),
    async () => ((await findWebinar("seance", AT))?.documents ?? []).map(({ label }) => label),
  );
});

/** As the forms post them: otherwise a form saved as it was opened would seem to change them. */
test("forms read what is ticked in the order in which it is posted", async () => {
  const editor = await makeEditor();
  const needs = [await makeNeed(), await makeNeed(), await makeNeed()];
  const centres = [await makeCentre(), await makeCentre(), await makeCentre()];
  const inDisorder = <T>(rows: readonly T[]) => [...rows.slice(1), ...rows.slice(0, 1)];
  const resource = await makeResource({
    needs: { create: inDisorder(needs).map(({ id: needId }) => ({ needId })) },
    centres: { create: inDisorder(centres).map(({ id: centreId }) => ({ centreId })) },
  });
  const { id } = await makeNeed({
    centres: { create: inDisorder(centres).map(({ id: centreId }) => ({ centreId, ...answer })) },
  });
  const sorted = (rows: readonly { id: string }[]) => rows.map((row) => row.id).sort();
  const form = await findResourceForEditor(editor, resource.id);
  expect(form?.needIds).toEqual(sorted(needs));
  expect(form?.centreIds).toEqual(sorted(centres));
  const edited = await findNeedForEditor(editor, id);
  expect(edited?.centres.map(({ centreId }) => centreId)).toEqual(sorted(centres));
});

test("a document keeps the order of its links, for readers and in its form", async () => {
  const { id, slug } = await makeResource();
  for (const position of [3, 1, 2])
    await db.resourceLink.create({
      data: { resourceId: id, position, label: `Partie ${position}`, url: `https://exemple.fr/${position}` },
    });
  const labels = (found: { links: { label: string }[] } | null) => found?.links.map(({ label }) => label);
  const inOrder = ["Partie 1", "Partie 2", "Partie 3"];
  expect(labels(await findResource(slug, AT))).toEqual(inOrder);
  expect(labels(await findResourceForEditor(await makeEditor(), id))).toEqual(inOrder);
});

test("what leads to a page is named noun by noun, then by title", async () => {
  const body = "Lire [le guide](/ressources/guide).";
  await makeNeed({ title: "Zone", body });
  const read = async () => (await citing(await makeEditor(), "/ressources/guide", AT)).map(({ title }) => title);
  await expectOrder(
    ["Accord", "Bilan", "Carnet", "Dossier"],
    (title) => makePage({ title, body }),
    async () => {
      const [need, ...pages] = await read();
      expect(need).toBe("Zone");
      return pages;
    },
  );
});
