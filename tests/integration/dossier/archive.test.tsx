import { mkdir, readFile, rm } from "node:fs/promises";
import { unzipSync } from "fflate";
import { renderToStaticMarkup } from "react-dom/server";
import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import DossierPage from "#app/(site)/mon-dossier/page";
import robots from "#app/robots";
import { dossierArchive, filesOf } from "#lib/dossier/archive/queries";
import { createFront } from "#lib/edge/front/server";
import { filesFolder, storedPath } from "#lib/files/storage";
import { db } from "#lib/platform/db";
import { freePort } from "#lib/platform/embedded-postgres";
import { rereadEnv } from "#lib/platform/env";
import type { CitedPage } from "#lib/ties/cited/schema";
import { AT, later } from "#tests/support/clock";
import { expectConsole } from "#tests/support/console";
import { makeNeed, makeResource } from "#tests/support/factories";
import { makeMedia, photograph } from "#tests/support/media";

const ADDRESS = "/mon-dossier/fichiers.zip";
const front = createFront({
  siteUrl: "http://portail.example",
  development: false,
  pages: async (_request, response) => void response.writeHead(404, { "Content-Type": "text/html" }).end("<p>page</p>"),
  archive: { path: ADDRESS, name: "mon-dossier.zip", partsOf: (asked) => dossierArchive(asked, AT) },
});
let port = 0;
beforeAll(async () => {
  vi.stubEnv("TRUSTED_PROXIES", "1");
  rereadEnv();
  port = await freePort();
  await front.listen(port, "127.0.0.1");
});
afterAll(async () => {
  vi.unstubAllEnvs();
  rereadEnv();
  await front.stop();
});

const publishedAt = new Date(0);
async function holding(slug: string, files: readonly string[], more: Parameters<typeof makeResource>[0] = {}) {
  const { id: resourceId } = await makeResource({ slug, title: `L’été de ${slug}`, publishedAt, ...more });
  for (const [position, mediaId] of files.entries()) {
    const url = `/fichiers/${mediaId}/${position}.jpg`;
    await db.resourceLink.create({ data: { resourceId, position, label: `Partie ${position + 1}`, url, mediaId } });
  }
  return resourceId;
}
const ask = (names: readonly string[], init: RequestInit = {}, from = "203.0.113.7") =>
  fetch(`http://127.0.0.1:${port}${ADDRESS}?${new URLSearchParams(names.map((name) => ["contenu", name]))}`, {
    ...init,
    headers: { "x-forwarded-for": from },
  });
const CHOSEN = ["ressources.un", "ressources.ailleurs", "ressources.cache", "besoins.besoin", "ressources.notice"];

const documents: Buffer[] = [];
beforeEach(async () => {
  await rm(filesFolder(), { recursive: true, force: true });
  documents.length = 0;
  const ids = [];
  for (const width of [40, 50, 60]) {
    const id = await makeMedia(await photograph(width), "guide.jpg");
    const { sha256 } = await db.media.findUniqueOrThrow({ where: { id } });
    documents.push(await readFile(storedPath(sha256)));
    ids.push(id);
  }
  const [first = "", second = "", third = ""] = ids;
  await holding("un", [first, second], { licence: "CC BY 4.0", publisher: "Le RAMEAU" });
  await holding("cache", [third], { publishedAt: later(1) });
  const resourceId = await holding("ailleurs", []);
  await db.resourceLink.create({
    data: { resourceId, position: 0, label: "Lire", url: "https://ailleurs.example/a.pdf" },
  });
  await holding("notice", []);
  await makeNeed({ slug: "besoin", title: "Un besoin", publishedAt });
});

test("the archive of a dossier holds its open files, readable by any program, and says what each is", async () => {
  const answer = await ask(CHOSEN);
  const bytes = Buffer.from(await answer.arrayBuffer());
  expect([answer.status, Object.fromEntries(answer.headers)]).toMatchObject([
    200,
    {
      "content-type": "application/zip",
      "content-disposition": 'attachment; filename="mon-dossier.zip"',
      "content-length": String(bytes.length),
      "cache-control": "no-store",
    },
  ]);
  const held = unzipSync(bytes);
  expect(Object.keys(held)).toEqual(["Lisez-moi.txt", "L’été de un - Partie 1.jpg", "L’été de un - Partie 2.jpg"]);
  expect(Buffer.from(held["L’été de un - Partie 2.jpg"] ?? [])).toEqual(documents[1]);
  const notice = Buffer.from(held["Lisez-moi.txt"] ?? []).toString();
  expect(notice).toContain("Licence\u00A0: CC BY 4.0");
  for (const told of ["Le RAMEAU", "https://ailleurs.example/a.pdf", "Un besoin", "L’été de notice"])
    expect(notice).toContain(told);
  expect(notice).not.toContain("cache");
});

test("asked for its headers alone, it tells its length; without a file, its address is that of no page", async () => {
  const head = await ask(CHOSEN, { method: "HEAD" });
  const { byteLength } = await (await ask(CHOSEN)).arrayBuffer();
  expect([head.status, head.headers.get("content-length"), await head.text()]).toEqual([200, String(byteLength), ""]);
  for (const names of [[], ["ressources.cache"], ["besoins.besoin", "ressources.notice"], ["../etc"]])
    expect((await ask(names)).status).toBe(404);
});

test("a file that is lost on the disk is said to be, and the others are given", async () => {
  const { sha256 } = await db.media.findFirstOrThrow({ where: { links: { some: { position: 0 } } } });
  await rm(storedPath(sha256));
  const answer = await ask(CHOSEN);
  const said = Buffer.from(await answer.arrayBuffer()).toString();
  expect([answer.status, said.includes("momentanément absent")]).toEqual([200, true]);
});

test("an archive bears sixty files and two hundred million bytes; the rest is said", async () => {
  const [{ id = "" } = {}] = await db.media.findMany({ take: 1 });
  await holding("beaucoup", Array(61).fill(id));
  const page = { title: "Beaucoup", href: "/ressources/beaucoup", noun: "resource", origin: "" } as CitedPage;
  const many = await filesOf([page], AT);
  expect([many.files.length, many.leftOut.map(({ title }) => title)]).toEqual([60, ["Beaucoup - Partie 61"]]);
  await db.media.update({ where: { id }, data: { bytes: 80_000_000 } });
  expect((await filesOf([page], AT)).files).toHaveLength(2);
});

test("somebody who asks again and again waits; somebody else does not", async () => {
  const statuses = [];
  for (let turn = 0; turn < 11; turn += 1) statuses.push((await ask(CHOSEN, {}, "203.0.113.99")).status);
  expect(statuses).toEqual([...Array(10).fill(200), 429]);
  const refused = await ask(CHOSEN, {}, "203.0.113.99");
  expect([refused.headers.get("retry-after"), refused.headers.get("content-type")]).toEqual([
    "600",
    "text/plain; charset=utf-8",
  ]);
  expect(await refused.text()).toContain("Réessayez dans dix minutes");
  expect((await ask(CHOSEN, {}, "203.0.113.100")).status).toBe(200);
});

test("what cannot be read to its end is cut, so that nobody takes it for whole", async () => {
  const { sha256 } = await db.media.findFirstOrThrow({ where: { links: { some: { position: 1 } } } });
  await rm(storedPath(sha256));
  await mkdir(storedPath(sha256));
  expectConsole(/an archive was cut/);
  const answer = await ask(CHOSEN, {}, "203.0.113.101");
  await expect(answer.arrayBuffer()).rejects.toThrow();
});

test("robots are asked not to take it", () => {
  expect([robots().rules].flat()[0]?.disallow).toContain(ADDRESS);
});

test("the page leads to it, with what it weighs, once it holds a file", async () => {
  const page = async (contenu: string[]) =>
    renderToStaticMarkup(await DossierPage({ searchParams: Promise.resolve({ contenu }) }));
  expect(await page(CHOSEN)).toMatch(
    /href="\/mon-dossier\/fichiers\.zip\?contenu=ressources\.un&amp;[^"]*"[^>]*>Télécharger 2\u00A0fichiers \(archive ZIP, [\d,]+\u00A0Ko\)</,
  );
  expect(await page(["besoins.besoin", "ressources.ailleurs"])).not.toContain("fichiers.zip");
});
