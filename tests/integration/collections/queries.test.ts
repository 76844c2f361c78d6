import { expect, test } from "vitest";
import { saveCollection } from "#lib/collections/mutations";
import {
  collectionsOf,
  findCollection,
  findCollectionForEditor,
  listCollections,
  readingPaths,
  unknownAddresses,
} from "#lib/collections/queries";
import { seedContent } from "#lib/content/seed";
import { db } from "#lib/platform/db";
import { AT, DAY, later } from "#tests/support/clock";
import {
  makeCentre,
  makeCollection,
  makeEditor,
  makeNeed,
  makePage,
  makeResource,
  makeWebinar,
} from "#tests/support/factories";
import { expectOrder } from "#tests/support/order";
import { HIDDEN, slugsOf } from "#tests/support/publication";

type Item = { address: string; minutes?: number };

/** A collection that holds these addresses, saved as an editor does. */
async function holding(items: Item[], slug = "ensemble") {
  const editor = await makeEditor();
  const { id } = await makeCollection({ slug });
  const form = await findCollectionForEditor(editor, id);
  if (!form) throw new Error("no form");
  const typed = items.map(({ address, minutes = 10 }) => ({ address, minutes, level: null, reason: "Parce que." }));
  expect(await saveCollection(editor, { ...form, items: typed }, AT)).toMatchObject({ ok: true });
  return { editor, id };
}

test("the list has the visible collections in their order; what is hidden is not found", async () => {
  for (const hidden of HIDDEN) await makeCollection(hidden);
  await makeCollection({ slug: "second", position: 2 });
  await makeCollection({ slug: "premier", position: 1 });
  expect(slugsOf(await listCollections(AT))).toEqual(["premier", "second"]);
  for (const { slug } of HIDDEN) expect(await findCollection(slug, AT)).toBeNull();
});

test("items of every nature stand in their order, with what they lead to and the time of all", async () => {
  const { id } = await makeResource({ slug: "ouvert", title: "Ouvert" });
  await db.resourceLink.create({ data: { resourceId: id, position: 0, label: "Lire", url: "https://exemple.fr" } });
  await makeResource({ slug: "ferme", title: "Fermé" });
  await makeResource({ slug: "fiche", title: "Fiche", confidence: "own_words" });
  await makeNeed({ slug: "besoin", title: "Besoin" });
  await makeCentre({ slug: "centre", name: "Centre" });
  await makePage({ slug: "page", title: "Page" });
  await makeWebinar({ slug: "theme-2027", title: "Plus tard", startsAt: later(40 * DAY) });
  await makeWebinar({ slug: "theme-2026", title: "Bientôt", startsAt: later(10 * DAY) });
  const addresses = [
    "/page",
    "/ressources/ferme",
    "/ressources/ouvert",
    "/ressources/fiche",
    "/besoins/besoin",
    "/centres/centre",
    "/webinaires/theme",
    "/observatoire",
  ];
  const { editor, id: collectionId } = await holding(addresses.map((address) => ({ address })));
  const found = await findCollection("ensemble", AT);
  expect(found?.minutes).toBe(80);
  expect(found?.steps.map(({ href, title, nature, opens }) => [href, title, nature, opens])).toEqual([
    ["/page", "Page", "page", true],
    ["/ressources/ferme", "Fermé", "resource", false],
    ["/ressources/ouvert", "Ouvert", "resource", true],
    ["/ressources/fiche", "Fiche", "resource", true],
    ["/besoins/besoin", "Besoin", "need", true],
    ["/centres/centre", "Centre", "centre", true],
    ["/webinaires/theme-2026", "Bientôt", "webinar", true],
    ["/observatoire", "L’Observatoire, en chiffres", "page", true],
  ]);
  expect((await findCollectionForEditor(editor, collectionId))?.items.map(({ address }) => address)).toEqual(addresses);
});

test("what the public may not see is left out, and so is its time; a theme without a session to come too", async () => {
  for (const hidden of HIDDEN) await makeResource(hidden);
  await makeNeed({ slug: "besoin" });
  await makeWebinar({ slug: "passe-2020", startsAt: later(-DAY) });
  const hidden = HIDDEN.map(({ slug }) => ({ address: `/ressources/${slug}` }));
  await holding([...hidden, { address: "/webinaires/passe" }, { address: "/besoins/besoin", minutes: 4 }]);
  const found = await findCollection("ensemble", AT);
  expect([found?.steps.map(({ href }) => href), found?.minutes]).toEqual([["/besoins/besoin"], 4]);
  expect((await listCollections(AT))[0]?.minutes).toBe(4);
});

test("a resource tells the visible collections it is in", async () => {
  await makeResource({ slug: "partout" });
  await holding([{ address: "/ressources/partout" }], "une");
  await holding([{ address: "/observatoire" }], "autre");
  const { id: hiddenId } = await holding([{ address: "/ressources/partout" }], "retiree");
  await db.collection.update({ where: { id: hiddenId }, data: { withdrawnAt: AT } });
  expect(slugsOf(await collectionsOf("partout", AT))).toEqual(["une"]);
});

test("collections of one rank stand in the order of their addresses, in the list and beside a resource", async () => {
  await makeResource({ slug: "partout" });
  await expectOrder(
    ["a-ensemble", "b-ensemble", "c-ensemble"],
    async (slug) => {
      await holding([{ address: "/ressources/partout" }], slug);
      await db.collection.update({ where: { slug }, data: { position: 1 } });
    },
    async () => slugsOf(await listCollections(AT)),
  );
  expect(slugsOf(await collectionsOf("partout", AT))).toEqual(["a-ensemble", "b-ensemble", "c-ensemble"]);
  await db.collection.update({ where: { slug: "a-ensemble" }, data: { position: 500 } });
  await db.collection.update({ where: { slug: "c-ensemble" }, data: { position: 0 } });
  expect(slugsOf(await collectionsOf("partout", AT))).toEqual(["c-ensemble", "b-ensemble", "a-ensemble"]);
});

test("of two sessions of a theme at one instant, the same one is always next", async () => {
  await expectOrder(
    ["theme-2027", "theme-2028", "theme-2029"],
    (slug) => makeWebinar({ slug, startsAt: later(10 * DAY) }),
    async () => {
      await holding([{ address: "/webinaires/theme" }]);
      const next = (await findCollection("ensemble", AT))?.steps[0]?.href.split("/").at(-1) ?? "";
      return [next, "theme-2028", "theme-2029"];
    },
  );
});

test("each profile is led to the first of its visible paths, and to no collection", async () => {
  const profile = "elected_official" as const;
  const slugs = ["parcours-b", "parcours-a", "parcours-c"];
  for (const slug of slugs) await makeCollection({ slug, profile, position: slug === "parcours-c" ? 9 : 4 });
  for (const hidden of HIDDEN) await makeCollection({ ...hidden, slug: `parcours-${hidden.slug}`, profile: "company" });
  await makeCollection({ slug: "phare", profile: "foundation" });
  await makeCollection({ slug: "parcours-de-tous" });
  expect(await readingPaths(AT)).toEqual(new Map([[profile, "parcours-a"]]));
});

test("an address that leads nowhere is named", async () => {
  await makeNeed({ slug: "besoin" });
  await makeWebinar({ slug: "theme-2027" });
  const known = ["/besoins/besoin", "/webinaires/theme", "/glossaire"];
  const unknown = ["/besoins/autre", "/ressources/besoin", "/webinaires/rien", "/administration", "/besoins/besoin/"];
  expect(await unknownAddresses([...known, ...unknown])).toEqual(unknown);
});

test("the portal opens with six paths and four collections; each time of a path holds in what it says", async () => {
  await seedContent(AT);
  const all = await listCollections(AT);
  expect([all.filter(({ kind }) => kind === "reading_path").length, all.length]).toEqual([6, 10]);
  const most = { five_minutes: 5, half_hour: 30, half_day: 240 };
  for (const { slug, kind } of all) {
    const { steps = [] } = (await findCollection(slug, AT)) ?? {};
    expect(steps.length).toBeGreaterThan(1);
    if (kind === "collection") continue;
    // Where the doors of the home page lead: a need, a document that opens, the next session.
    const natures = steps.filter(({ opens }) => opens).map(({ nature }) => nature);
    expect(natures, slug).toEqual(expect.arrayContaining(["need", "resource", "webinar"]));
    const byLevel = Map.groupBy(steps, ({ level }) => level);
    expect([...byLevel.keys()]).toEqual(Object.keys(most));
    for (const [level, group] of byLevel) {
      const minutes = group.reduce((sum, step) => sum + step.minutes, 0);
      expect([slug, level, minutes <= (level ? most[level] : 0)]).toEqual([slug, level, true]);
    }
  }
});
