import { describe, expect, test } from "vitest";
import { EDITORIAL_NOUNS } from "#lib/nouns/cards";
import { db } from "#lib/platform/db";
import { typeLexemes } from "#lib/resources/search/queries";
import { scoreSql } from "#lib/search/ranking";
import { type Understood, understood } from "#lib/search/understanding";
import { AT, DAY, later } from "#tests/support/clock";
import { makeNeed, makePage, makeResource, makeWebinar } from "#tests/support/factories";

/** How much each entry is worth for a search, by its address. */
async function scores(q: string): Promise<Record<string, number>> {
  const read = await understood(q, { lexemes: typeLexemes }, AT);
  if (!read.text) throw new Error(`nothing is understood of ${q}`);
  const rows = await db.$queryRaw<{ slug: string; score: number }[]>`
    SELECT e."slug", ${scoreSql(AT, read as Understood)} AS "score" FROM "SearchEntry" e`;
  return Object.fromEntries(rows.map(({ slug, score }) => [slug, score]));
}

/** How much more the first of two is worth. */
async function ratio(q: string, one: string, other: string): Promise<number> {
  const { [one]: more = 0, [other]: less = 0 } = await scores(q);
  return more / less;
}

/** Entries that differ by their nature only. */
const ofEachNature = () => db.$executeRaw`
  INSERT INTO "SearchEntry" ("noun", "itemId", "slug", "title", "lead", "text", "names", "spelling", "vector", "opens", "publishedAt")
  SELECT noun, gen_random_uuid(), noun, 'Mécénat rural', '', '', '{}', search_spelling('Mécénat rural'),
    search_vector('Mécénat rural', 'A'), true, ${AT} FROM unnest(${[...EDITORIAL_NOUNS]}::text[]) AS noun`;

test.each([
  ["mécénat", "need"],
  ["définition mécénat", "term"],
  ["comment trouver du mécénat", "need"],
  ["combien de mécénat", "figure"],
  ["webinaire mécénat", "webinar"],
  ["guide mécénat", "resource"],
])("« %s » favours one nature (%s), and none so much that what is said would not count", async (q, favoured) => {
  await ofEachNature();
  // A word that nothing says is left out of the search.
  await makeResource({ type: "guide" });
  const found = await scores(q);
  const worth = EDITORIAL_NOUNS.map((noun) => found[noun] ?? 0);
  const [least, most] = [Math.min(...worth), Math.max(...worth)];
  expect(found[favoured]).toBe(most);
  expect(most / least).toBeLessThan(4);
});

describe("of two entries alike", () => {
  test.each([
    ["that opens", { links: { create: { position: 0, label: "Lire", url: "https://exemple.fr/" } } }, {}],
    ["of the latest year", { year: 2026 }, { year: 2006 }],
  ])("the one %s is worth a little more", async (_, more, less) => {
    await makeResource({ slug: "plus", title: "Le mécénat", ...more });
    await makeResource({ slug: "moins", title: "Le mécénat", ...less });
    const found = await ratio("mécénat", "plus", "moins");
    expect(found).toBeGreaterThan(1);
    expect(found).toBeLessThan(1.3);
  });

  test("the one to begin with is worth a little more", async () => {
    for (const slug of ["plus", "moins"]) await makeResource({ slug, title: "Le mécénat" });
    await db.$executeRaw`UPDATE "SearchEntry" SET "first" = true WHERE "slug" = 'plus'`;
    const found = await ratio("mécénat", "plus", "moins");
    expect(found).toBeGreaterThan(1);
    expect(found).toBeLessThan(1.3);
  });

  test("a session to come is worth more than one that is past, and not as much as ten", async () => {
    await makeWebinar({ slug: "plus", title: "Le mécénat", startsAt: later(DAY) });
    await makeWebinar({ slug: "moins", title: "Le mécénat", startsAt: AT });
    const found = await ratio("mécénat", "plus", "moins");
    expect(found).toBeGreaterThan(1);
    expect(found).toBeLessThan(3);
  });
});

test("what says all is worth more than what says the half of it, and less than what says it in its title", async () => {
  await makeResource({ slug: "tout", title: "Rapport", body: "Du mécénat, en milieu rural." });
  await makeResource({ slug: "moitie", title: "Rapport", body: "Du mécénat." });
  await makeResource({ slug: "titre", title: "Le mécénat rural" });
  const found = await scores("mécénat rural");
  expect(found.tout).toBeGreaterThan(found.moitie ?? 0);
  expect(found.titre).toBeGreaterThan(2 * (found.tout ?? 0));
});

test("a long word is said by any of its forms, a short one as it is written", async () => {
  await makeResource({ slug: "titre", title: "Évaluations et projets" });
  await makeResource({ slug: "texte", title: "Rapport", summary: "Évaluer." });
  expect(await ratio("évaluer", "titre", "texte")).toBeGreaterThan(1.5);
});

test.each([
  [1, "", true],
  [2, "neuf ", true],
  [3, "neuf discret ", true],
  [4, "neuf discret fidèle ", true],
  [5, "neuf discret fidèle utile ", false],
])("words in order in a title are worth more, %d words apart: « %s », %s", async (_, between, isMore) => {
  await makeResource({ slug: "ordre", title: `Solidaire mécénat ${between}rural` });
  await makeResource({ slug: "desordre", title: `Solidaire rural ${between}mécénat` });
  const found = await ratio("mécénat rural solidaire", "ordre", "desordre");
  if (isMore) expect(found).toBeGreaterThan(1.01);
  else expect(found).toBeCloseTo(1);
});

test("what the law asks for is an answer to its own name, and else comes after what says as little", async () => {
  const page = { title: "Données personnelles", body: "Une corbeille qui se vide." };
  await makePage({ ...page, slug: "donnees-personnelles" });
  await makePage({ ...page, slug: "autre-page" });
  expect(await ratio("vide", "autre-page", "donnees-personnelles")).toBeGreaterThan(2);
  expect(await ratio("données personnelles", "autre-page", "donnees-personnelles")).toBeCloseTo(1);
});

test.each([
  ["qui soutient Le RAMEAU", "page"],
  ["qui soutient le rameau", "page"],
  ["qui soutient ce portail", "page"],
  ["qui soutient mon association", "besoin"],
])("« %s » is answered first by a %s", async (q, expected) => {
  await makeNeed({ slug: "besoin", title: "Qui soutient une association, un portail, Le RAMEAU" });
  await makePage({ slug: "page", title: "Qui soutient une association, un portail, Le RAMEAU" });
  const found = await scores(q);
  expect((found[expected] ?? 0) / Math.max(...Object.values(found))).toBe(1);
});
