import pg from "pg";
import { expect, test } from "vitest";
import SearchPage from "#app/(site)/recherche/page";
import { replaceMedia } from "#lib/media/mutations";
import { db } from "#lib/platform/db";
import { databaseUrl } from "#lib/platform/env";
import { pagesSaying } from "#lib/resources/passages/queries";
import { searchSite } from "#lib/search/queries";
import { siteQuery } from "#lib/search/schema";
import { AT, later } from "#tests/support/clock";
import { makeEditor, makeResource } from "#tests/support/factories";
import { makeMedia } from "#tests/support/media";
import { pdfSaying } from "#tests/support/pdf-file";
import { statementsOf } from "#tests/support/statements";

const found = async (q: string) => {
  const { first, groups } = await searchSite(AT, siteQuery.parse({ q }), new Map(), []);
  return [...first, ...groups.flatMap(({ entries }) => entries)].map(({ slug }) => slug);
};
const pages = async (words: string) =>
  [...(await pagesSaying(["guide", "brouillon"], words, {}, AT))].map(([slug, { number }]) => [slug, number]);

async function holding(slug: string, mediaId: string, more: Parameters<typeof makeResource>[0] = {}) {
  const { id: resourceId } = await makeResource({ slug, title: `Le ${slug}`, ...more });
  const url = `/fichiers/${mediaId}/guide-des-alliances.pdf`;
  return db.resourceLink.create({ data: { resourceId, position: 0, label: "Lire", url, mediaId } });
}

test("what a file says is found with its resource, on its page", async () => {
  const mediaId = await makeMedia(await pdfSaying(["Préface", "Le compagnonnage", "Le compagnonnage des territoires"]));
  const { id } = await holding("guide", mediaId);
  await holding("brouillon", mediaId, { publishedAt: null });
  expect([await found("compagnonnage"), await found("boulangerie")]).toEqual([["guide"], []]);
  expect(await pages("compagnonnages")).toEqual([["guide", 2]]);
  expect(await pages("territoire compagnonnage")).toEqual([["guide", 3]]);
  expect([await pages("boulangerie"), await pages("le")]).toEqual([[], []]);

  // What editors save of the resource writes its entry again.
  await db.resource.update({ where: { slug: "guide" }, data: { title: "Autre titre" } });
  expect(await found("compagnonnage")).toEqual(["guide"]);
  await replaceMedia(await makeEditor(), mediaId, { name: "a.pdf", bytes: await pdfSaying(["La boulangerie"]) }, AT);
  expect([await found("compagnonnage"), await found("boulangerie")]).toEqual([[], ["guide"]]);
  expect(await pages("boulangerie")).toEqual([["guide", 1]]);
  await db.resourceLink.delete({ where: { id } });
  expect([await found("boulangerie"), await pages("boulangerie")]).toEqual([[], []]);
});

test("of two files that say as much, the page of the first is told", async () => {
  const [second, first] = [
    await makeMedia(await pdfSaying(["Le compagnonnage"])),
    await makeMedia(await pdfSaying(["Préface", "Le compagnonnage"])),
  ];
  const { resourceId } = await holding("guide", first);
  await db.resourceLink.create({
    data: { resourceId, position: 1, label: "Annexe", url: `/fichiers/${second}/annexe.pdf`, mediaId: second },
  });
  expect(await pages("compagnonnage")).toEqual([["guide", 2]]);
});

test("the page is told by its words, marked with their accents, and opened at its number", async () => {
  const mediaId = await makeMedia(await pdfSaying(["Préface", "Quand l'évaluation des alliances <b>commence</b>."]));
  const { sha256 } = await db.media.findUniqueOrThrow({ where: { id: mediaId } });
  await holding("guide", mediaId);
  const said = (await pagesSaying(["guide"], "evaluation", {}, AT)).get("guide");
  expect(said?.href).toBe(`/fichiers/${mediaId}/guide-des-alliances.pdf?v=${sha256.slice(0, 12)}#page=2`);
  expect(said?.extract.filter(({ marked }) => marked)).toEqual([{ text: "évaluation", marked: true }]);
  await db.resource.update({ where: { slug: "guide" }, data: { publishedAt: later(1) } });
  expect(await pages("evaluation")).toEqual([]);
});

test("a title says more than a summary, which says more than a file", async () => {
  const mediaId = await makeMedia(await pdfSaying([Array(40).fill("compagnonnage").join(" ")]));
  await holding("fichier", mediaId);
  await makeResource({ slug: "resume", title: "Un document", summary: "Le compagnonnage." });
  await makeResource({ slug: "titre", title: "Compagnonnage" });
  expect(await found("compagnonnage")).toEqual(["titre", "resume", "fichier"]);
});

test("a file of too many different words is not searched, and keeps nobody from saving", async () => {
  const mediaId = await makeMedia(await pdfSaying(["Le compagnonnage"]));
  await holding("guide", mediaId);
  const letters = [..."ạảấầẩẫậắằẳẵặẹẻẽếềỉ"];
  const word = (rank: number) =>
    Array.from({ length: 19 }, (_, place) => letters[Math.floor(rank / 2 ** place) % 2 ? 17 : place % 17]).join("");
  await db.mediaPage.createMany({
    data: Array.from({ length: 15 }, (_, page) => ({
      mediaId,
      number: page + 2,
      text: Array.from({ length: 1_000 }, (_, rank) => word(page * 1_000 + rank)).join(" "),
    })),
  });
  await db.resource.update({ where: { slug: "guide" }, data: { title: "Autre titre" } });
  expect([await found("autre titre"), await found("compagnonnage")]).toEqual([["guide"], []]);
});

test("pages are read by the files of what was found, however many there are", async () => {
  const mediaId = await makeMedia(await pdfSaying(["Le compagnonnage"]));
  await holding("guide", mediaId);
  await db.$executeRaw`
    WITH made AS (
      INSERT INTO "Media" ("id", "name", "mime", "bytes", "sha256")
      SELECT gen_random_uuid(), 'guide.pdf', 'application/pdf', 1, n::text FROM generate_series(1, 3000) AS n RETURNING "id")
    INSERT INTO "MediaPage" ("mediaId", "number", "text") SELECT "id", 1, 'Le compagnonnage' FROM made`;
  const watcher = new pg.Client(databaseUrl());
  await watcher.connect();
  await watcher.query(`ANALYZE "MediaPage", "Media", "ResourceLink", "Resource"`);
  const [asked] = await statementsOf(() => pagesSaying(["guide"], "compagnonnage", {}, AT));
  const { rows } = await watcher.query(`EXPLAIN ${asked?.text}`, asked?.values);
  await watcher.end();
  const plan = rows.map((row) => Object.values(row).join()).join("\n");
  expect(plan).toMatch(/Index.* on "MediaPage"/);
  expect(plan).not.toMatch(/Seq Scan on "MediaPage"/);
});

test("a search that shows pages of files and moments of sessions asks the database eight times at most", async () => {
  const mediaId = await makeMedia(await pdfSaying(["Le compagnonnage"]));
  await holding("guide", mediaId, { publishedAt: new Date(0) });
  const sent = await statementsOf(() => SearchPage({ searchParams: Promise.resolve({ q: "compagnonnage" }) }));
  expect(sent.some(({ text }) => text.includes('"MediaPage"'))).toBe(true);
  expect(sent.length).toBeLessThanOrEqual(8);
});
