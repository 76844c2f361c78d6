import { readdir, readFile, rm, utimes, writeFile } from "node:fs/promises";
import path from "node:path";
import sharp from "sharp";
import { beforeEach, describe, expect, test } from "vitest";
import { drawnAnew } from "#lib/files/images";
import { readPdf } from "#lib/files/pdf";
import { filesFolder, storedPath } from "#lib/files/storage";
import { describeMedia, keepMedia, removeLostFiles, removeMedia, replaceMedia } from "#lib/media/mutations";
import { findMedia, findPublicFile, listMedia, publicFiles, usesOf } from "#lib/media/queries";
import { mediaQuery } from "#lib/media/schema";
import { db } from "#lib/platform/db";
import { AT, DAY, later } from "#tests/support/clock";
import { makeEditor, makeResource } from "#tests/support/factories";
import { makeMedia, photograph } from "#tests/support/media";
import { pdfSaying, TAGGED } from "#tests/support/pdf-file";

const NOTHING = { credit: null, licence: null };
const editor = await makeEditor();
const stored = async (id: string) => {
  const { sha256 } = await db.media.findUniqueOrThrow({ where: { id } });
  return new Uint8Array(await readFile(storedPath(sha256)));
};
const names = () => readdir(filesFolder()).catch(() => []);

beforeEach(() => rm(filesFolder(), { recursive: true, force: true }));

const held = async (mediaId: string, resource: Parameters<typeof makeResource>[0] = {}) => {
  const { id: resourceId } = await makeResource(resource);
  const { name } = await db.media.findUniqueOrThrow({ where: { id: mediaId } });
  const url = `/fichiers/${mediaId}/${name}`;
  await db.resourceLink.create({ data: { resourceId, position: 0, label: "Lire", url, mediaId } });
  return resourceId;
};

describe("what is brought", () => {
  test("a PDF is kept as it is, and read page by page", async () => {
    const bytes = await pdfSaying(["Bonjour les alliances", "Le territoire"], TAGGED);
    const id = await makeMedia(bytes, "Guide d’été (v2).PDF");
    expect(
      await db.media.findUnique({ where: { id }, include: { texts: { orderBy: { number: "asc" } } } }),
    ).toMatchObject({
      name: "guide-d-ete-v2.pdf",
      mime: "application/pdf",
      bytes: bytes.length,
      pages: 2,
      tagged: true,
      language: "fr-FR",
      texts: [
        { number: 1, text: "Bonjour les alliances" },
        { number: 2, text: "Le territoire" },
      ],
    });
    expect(await stored(id)).toEqual(bytes);
  });

  test("a PDF without structure or language says so", async () => {
    const id = await makeMedia(await pdfSaying(["Bonjour"]));
    expect(await db.media.findUnique({ where: { id } })).toMatchObject({ pages: 1, tagged: false, language: null });
  });

  test("what is kept of the words of a PDF is bounded, its pages are all counted", async () => {
    const long = await readPdf(await pdfSaying(["a ".repeat(11_000)], { size: [10_000, 10_000] }));
    expect(long?.texts.map(({ length }) => length)).toEqual([20_000]);
    const many = await readPdf(await pdfSaying(Array(2_001).fill("a")));
    expect([many?.pages, many?.texts.length]).toEqual([2_001, 2_000]);
  });

  test("an image of more than sixty million points is not drawn", async () => {
    const side = { width: 7_800, channels: 3, background: "white" } as const;
    const draw = (height: number) =>
      sharp({ create: { ...side, height } })
        .png({ compressionLevel: 1 })
        .toBuffer();
    expect(await drawnAnew(await draw(7_600), "image/png")).toMatchObject({ width: 2_400 });
    expect(await drawnAnew(await draw(7_800), "image/png")).toBeNull();
  });

  test("an image is drawn anew: bounded, and silent about where it was taken", async () => {
    const given = await photograph(3_000, 1_500);
    expect((await sharp(given).metadata()).exif).toBeDefined();
    const id = await makeMedia(given, "vacances.jpeg");
    const metadata = await sharp(await stored(id)).metadata();
    expect(metadata).toMatchObject({ format: "jpeg", width: 2_400, height: 1_200 });
    expect(metadata.exif).toBeUndefined();
    expect(await db.media.findUnique({ where: { id } })).toMatchObject({
      name: "vacances.jpg",
      width: 2_400,
      pages: null,
    });
  });

  test.each([
    ["alien", "a page under the name of a PDF", Buffer.from("<!doctype html><script>alert(1)</script>")],
    ["alien", "a drawing that runs", Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>')],
    ["alien", "a program", Buffer.concat([Buffer.from("\x7FELF\x02\x01\x01"), Buffer.alloc(64)])],
    ["unreadable", "a PDF that is cut", Buffer.from("%PDF-1.7\n1 0 obj\n")],
    ["unreadable", "an image that is cut", null],
  ])("%s: %s leaves nothing", async (reason, _, bytes) => {
    const given = bytes ?? Buffer.from((await photograph(400, 300)).subarray(0, 500));
    const kept = await keepMedia(editor, { name: "a.pdf", bytes: new Uint8Array(given) }, NOTHING, AT);
    expect(kept).toEqual({ ok: false, reason });
    expect([await db.media.count(), await names()]).toEqual([0, []]);
  });

  test("a PDF closed by a password is refused", async () => {
    const bytes = await pdfSaying(["Secret"], { userPassword: "sésame" });
    expect(await keepMedia(editor, { name: "a.pdf", bytes }, NOTHING, AT)).toEqual({ ok: false, reason: "unreadable" });
  });

  test("the same file is there once, and the first is given", async () => {
    const bytes = await pdfSaying(["Bonjour"]);
    const id = await makeMedia(bytes);
    expect(await keepMedia(editor, { name: "autre.pdf", bytes }, NOTHING, AT)).toEqual({ ok: true, id, known: true });
    expect([await db.media.count(), (await names()).length]).toEqual([1, 1]);
    const older = await makeMedia(await pdfSaying(["Bonsoir"]));
    await replaceMedia(editor, older, { name: "a.pdf", bytes }, AT);
    await db.media.update({ where: { id: older }, data: { createdAt: later(-DAY) } });
    expect(await keepMedia(editor, { name: "autre.pdf", bytes }, NOTHING, AT)).toMatchObject({ id: older });
  });

  test("a disk that takes nothing leaves no row", async () => {
    await rm(filesFolder(), { recursive: true, force: true });
    await writeFile(filesFolder(), "");
    const bytes = await pdfSaying(["Bonjour"]);
    await expect(keepMedia(editor, { name: "a.pdf", bytes }, NOTHING, AT)).rejects.toThrow(/EEXIST|ENOTDIR/);
    await rm(filesFolder());
    expect(await db.media.count()).toBe(0);
  });
});

describe("what becomes of it", () => {
  test("replaced, it keeps its address and the public has the new one", async () => {
    const id = await makeMedia(await pdfSaying(["Avant"], TAGGED));
    await held(id);
    const bytes = await pdfSaying(["Après", "Et plus"]);
    expect(await replaceMedia(editor, id, { name: "tout autre nom.pdf", bytes }, later(DAY))).toEqual({ ok: true });
    const row = await db.media.findUniqueOrThrow({ where: { id }, include: { texts: true } });
    expect(row).toMatchObject({ name: "guide-des-alliances.pdf", pages: 2, tagged: false, language: "fr-FR" });
    expect(row.texts.map(({ text }) => text)).toEqual(["Après", "Et plus"]);
    expect(await findPublicFile(id, row.name, later(DAY))).toMatchObject({ sha256: row.sha256 });
    expect(await stored(id)).toEqual(bytes);
  });

  test("another type does not take its place", async () => {
    const id = await makeMedia(await pdfSaying(["Avant"]));
    const bytes = await photograph();
    expect(await replaceMedia(editor, id, { name: "a.pdf", bytes }, AT)).toEqual({ ok: false, reason: "other" });
  });

  test("two colleagues who describe it: the second is told", async () => {
    const id = await makeMedia(await pdfSaying(["Bonjour"]));
    const typed = { id, version: 1, credit: "Le RAMEAU", licence: "CC BY 4.0", language: "fr" };
    expect(await describeMedia(editor, typed, AT)).toEqual({ ok: true });
    expect(await describeMedia(editor, { ...typed, credit: "X" }, AT)).toEqual({ ok: false, reason: "stale" });
    expect(await findMedia(editor, id)).toMatchObject({ credit: "Le RAMEAU", licence: "CC BY 4.0", language: "fr" });
  });

  test("it is removed once nothing holds it, and nothing is about to", async () => {
    const id = await makeMedia(await pdfSaying(["Bonjour"]));
    const url = `/fichiers/${id}/guide-des-alliances.pdf`;
    const itemId = await held(id, { title: "Le guide" });
    expect(await removeMedia(editor, id, AT)).toEqual({ ok: false, reason: "used" });
    await db.resourceLink.deleteMany();
    await db.revision.create({
      data: {
        noun: "resource",
        itemId,
        version: 2,
        state: "working",
        title: "Le guide",
        values: { links: `${url} Lire` },
        at: AT,
      },
    });
    expect(await usesOf(editor, { id, name: "guide-des-alliances.pdf" }, AT)).toEqual([
      { noun: "resource", id: itemId, title: "Le guide", state: "working" },
    ]);
    expect(await removeMedia(editor, id, AT)).toEqual({ ok: false, reason: "used" });
    await db.revision.deleteMany();
    expect(await removeMedia(editor, id, AT)).toEqual({ ok: true });
    expect(await db.media.count()).toBe(0);
  });

  test("each act is in the journal", async () => {
    const id = await makeMedia(await pdfSaying(["Bonjour"]));
    await describeMedia(editor, { id, version: 1, language: null, ...NOTHING }, AT);
    await replaceMedia(editor, id, { name: "a.pdf", bytes: await pdfSaying(["Autre"]) }, AT);
    await removeMedia(editor, id, AT);
    const acts = await db.auditEntry.findMany({ where: { noun: "media", target: id }, select: { action: true } });
    expect(acts.map(({ action }) => action).sort()).toEqual([
      "media.create",
      "media.delete",
      "media.replace",
      "media.update",
    ]);
  });
});

describe("who may have it", () => {
  test.each([
    ["nothing holds it", null, false],
    ["a draft", { publishedAt: null }, false],
    ["a page to come", { publishedAt: later(DAY) }, false],
    ["a page that was withdrawn", { withdrawnAt: AT }, false],
    ["a page that is online", {}, true],
  ])("the public: %s", async (_, resource, given) => {
    const id = await makeMedia(await pdfSaying(["Bonjour"]));
    if (resource) await held(id, resource);
    expect((await findPublicFile(id, "guide-des-alliances.pdf", AT)) !== null).toBe(given);
    expect(await publicFiles(AT)).toHaveLength(given ? 1 : 0);
    expect(await findPublicFile(id, "autre.pdf", AT)).toBeNull();
  });

  test("the list finds by name and credit, and what serves nowhere", async () => {
    const [guide, photo] = [await makeMedia(await pdfSaying(["Un"])), await makeMedia(await photograph(), "Photo.jpg")];
    await held(guide);
    const found = async (typed: object) =>
      (await listMedia(editor, mediaQuery.parse(typed))).media.map(({ id, uses }) => [id, uses]);
    expect(await found({ q: "Alliances" })).toEqual([[guide, 1]]);
    expect(await found({ sans: "usage" })).toEqual([[photo, 0]]);
    await describeMedia(editor, { id: photo, version: 1, credit: "100 % à Marie", licence: null, language: null }, AT);
    expect(await found({ q: "100 %" })).toEqual([[photo, 0]]);
    expect((await found({ page: "9" })).length).toBe(2);
  });

  test("the list has fifty files a page", async () => {
    const file = { mime: "image/jpeg", bytes: 1, sha256: "0".repeat(64) };
    await db.media.createMany({
      data: Array.from({ length: 51 }, (_, rank) => ({ ...file, name: `photo-${rank}.jpg` })),
    });
    const shown = async (page?: string) => (await listMedia(editor, mediaQuery.parse({ page }))).media.length;
    expect([await shown(), await shown("2"), await shown("0")]).toEqual([50, 1, 50]);
  });
});

test("what no row names goes after a month, and nothing else", async () => {
  const [kept, lost] = [await makeMedia(await pdfSaying(["Un"])), await makeMedia(await pdfSaying(["Deux"]))];
  const { sha256 } = await db.media.findUniqueOrThrow({ where: { id: kept } });
  await db.media.delete({ where: { id: lost } });
  await writeFile(path.join(filesFolder(), "coupe.draft"), "moitié");
  const old = new Date(AT.getTime() - 31 * DAY);
  for (const name of await names()) await utimes(path.join(filesFolder(), name), old, old);
  await writeFile(path.join(filesFolder(), "recent.draft"), "en cours");
  await utimes(path.join(filesFolder(), "recent.draft"), AT, AT);
  expect(await removeLostFiles(AT)).toBe(2);
  expect((await names()).sort()).toEqual([sha256, "recent.draft"].sort());
});
