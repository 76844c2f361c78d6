import { expect, test } from "vitest";
import { db } from "#lib/platform/db";
import {
  findResource,
  latestResources,
  resourcesOfCentre,
  resourcesOfNeed,
  startingResources,
} from "#lib/resources/queries";
import { AT, DAY, later } from "#tests/support/clock";
import { makeCentre, makeNeed, makeResource } from "#tests/support/factories";
import { HIDDEN, slugsOf } from "#tests/support/publication";

test("the latest are the last published here, newest work first among them, as many as asked", async () => {
  for (const hidden of HIDDEN) await makeResource(hidden);
  await makeResource({ slug: "ancienne", publishedAt: later(-9 * DAY), year: 2019 });
  await makeResource({ slug: "sans-date", publishedAt: later(-DAY), year: null });
  await makeResource({ slug: "de-2012", publishedAt: later(-DAY), year: 2012 });
  await makeResource({ slug: "de-2018", publishedAt: later(-DAY), year: 2018 });
  expect(slugsOf(await latestResources(AT, 9))).toEqual(["de-2018", "de-2012", "sans-date", "ancienne"]);
  expect(slugsOf(await latestResources(AT, 2))).toEqual(["de-2018", "de-2012"]);
});

test("those to begin with are the ones chosen by hand, in their order, else the latest", async () => {
  for (const slug of ["a", "b", "c"]) await makeResource({ slug });
  await makeResource({ slug: "retiree", withdrawnAt: AT });
  expect(slugsOf(await startingResources(AT, ["c", "retiree", "a"]))).toEqual(["c", "a"]);
  expect(await startingResources(AT, ["retiree", "inconnue"])).toHaveLength(2);
});

test("a need and a centre have their visible resources, newest work first", async () => {
  const need = await makeNeed({ slug: "besoin" });
  const centre = await makeCentre({ slug: "centre" });
  const resources = [await makeResource({ slug: "a", year: 2015 }), await makeResource({ slug: "b", year: 2018 })];
  for (const hidden of HIDDEN) resources.push(await makeResource(hidden));
  for (const { id: resourceId } of resources) {
    await db.resourceNeed.create({ data: { resourceId, needId: need.id } });
    await db.resourceCentre.create({ data: { resourceId, centreId: centre.id } });
  }
  await makeResource();
  for (const find of [resourcesOfNeed, resourcesOfCentre]) {
    const slug = find === resourcesOfNeed ? "besoin" : "centre";
    expect(slugsOf(await find(slug, AT, 9))).toEqual(["b", "a"]);
    expect(slugsOf(await find(slug, AT, 1))).toEqual(["b"]);
    expect(await find("inconnu", AT, 9)).toEqual([]);
  }
});

test("what an editor puts first comes first, then what opens, then the newest work", async () => {
  const need = await makeNeed({ slug: "besoin" });
  const centre = await makeCentre({ slug: "centre" });
  const of = async (slug: string, year: number | null, { first = false, opens = false } = {}) => {
    const { id: resourceId } = await makeResource({ slug, year });
    await db.resourceNeed.create({ data: { resourceId, needId: need.id, first } });
    await db.resourceCentre.create({ data: { resourceId, centreId: centre.id, first } });
    if (opens)
      await db.resourceLink.create({ data: { resourceId, position: 0, label: "Lire", url: "https://exemple.fr/" } });
  };
  await of("recent", 2020);
  await of("sans-date", null);
  await of("ouvert-ancien", 2011, { opens: true });
  await of("ouvert-recent", 2016, { opens: true });
  await of("choisi", 2009, { first: true });
  const wanted = ["choisi", "ouvert-recent", "ouvert-ancien", "recent", "sans-date"];
  expect(slugsOf(await resourcesOfNeed("besoin", AT, 9))).toEqual(wanted);
  expect(slugsOf(await resourcesOfCentre("centre", AT, 9))).toEqual(wanted);
  expect(slugsOf(await resourcesOfCentre("centre", AT, 1))).toEqual(["choisi"]);
});

test("a resource has its links in order, and only the needs and centres that the public may see", async () => {
  const { id: resourceId } = await makeResource({ slug: "ressource", authors: ["Une autrice"], sdgs: [17] });
  await db.resourceLink.createMany({
    data: [
      { resourceId, position: 1, label: "Voir", url: "https://exemple.fr/" },
      { resourceId, position: 0, label: "Télécharger", url: "https://exemple.fr/a.pdf" },
    ],
  });
  for (const state of [{ slug: "visible", position: 3 }, ...HIDDEN]) {
    const need = await makeNeed(state);
    const centre = await makeCentre({ ...state, name: "Un centre" });
    await db.resourceNeed.create({ data: { resourceId, needId: need.id } });
    await db.resourceCentre.create({ data: { resourceId, centreId: centre.id } });
  }
  const found = await findResource("ressource", AT);
  const unknown = { format: null, bytes: null, language: null, checkedOn: null };
  expect(found?.links).toEqual([
    { label: "Télécharger", url: "https://exemple.fr/a.pdf", ...unknown },
    { label: "Voir", url: "https://exemple.fr/", ...unknown },
  ]);
  expect(found?.needs).toEqual([{ slug: "visible", title: expect.any(String), position: 3 }]);
  expect(found?.centres).toEqual([{ slug: "visible", name: "Un centre" }]);
  expect(found).toMatchObject({ authors: ["Une autrice"], sdgs: [17], publishedAt: later(-30 * DAY) });
});

test.each(HIDDEN)("a resource that is hidden ($slug) is not found", async (hidden) => {
  await makeResource(hidden);
  expect(await findResource(hidden.slug, AT)).toBeNull();
});
