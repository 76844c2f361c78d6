import { once } from "node:events";
import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import pg from "pg";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { fileParts } from "#lib/backup/files";
import { createFront } from "#lib/edge/front/server";
import { FilesAway, objectsBefore, probeBucket, putObject } from "#lib/files/bucket";
import {
  filesFolder,
  isStored,
  readStored,
  removeStored,
  storedBefore,
  storedPath,
  storeFile,
} from "#lib/files/storage";
import { purgeExpired } from "#lib/jobs/purge-expired";
import { keepMedia, removeLostFiles } from "#lib/media/mutations";
import { db } from "#lib/platform/db";
import { freePort } from "#lib/platform/embedded-postgres";
import { databaseUrl, rereadEnv } from "#lib/platform/env";
import { log } from "#lib/platform/log";
import { AT, DAY, later } from "#tests/support/clock";
import { makeEditor } from "#tests/support/factories";
import { makeMedia } from "#tests/support/media";
import { pdfSaying } from "#tests/support/pdf-file";
import { type S3Server, startS3 } from "#tests/support/s3-server";

const GUIDE = Buffer.from("%PDF-1.7 un guide ".repeat(1_000));
const ABSENT = "0".repeat(64);
/** No shorter than what separates the clock of the tests from that of the disk. */
const tomorrow = () => later(DAY, new Date());

let s3: S3Server;
const folders: string[] = [];

/** Another machine, that has read nothing. */
async function onAnotherMachine(url = s3.url): Promise<void> {
  const folder = await mkdtemp(path.join(tmpdir(), "portail-machine-"));
  folders.push(folder);
  vi.stubEnv("DATA_DIR", folder);
  vi.stubEnv("FILES_URL", url);
  rereadEnv();
}

const through = (url: string) => {
  vi.stubEnv("FILES_URL", url);
  rereadEnv();
};
const nobody = async () => `http://a:b@127.0.0.1:${await freePort()}/portail?region=us-east-1`;
const read = async (sha256: string) => Buffer.concat(await Array.fromAsync(readStored(sha256)));

beforeAll(async () => {
  s3 = await startS3();
});
beforeEach(() => onAnotherMachine());
afterEach(() => {
  vi.unstubAllEnvs();
  rereadEnv();
});
afterAll(async () => {
  await s3.stop();
  for (const folder of folders) await rm(folder, { recursive: true, force: true });
});

test("what one machine stores, another brings from the bucket, once", async () => {
  const sha256 = await storeFile([GUIDE]);
  await onAnotherMachine();
  expect(await readdir(filesFolder()).catch(() => [])).toEqual([]);
  expect(await isStored(sha256)).toBe(true);
  expect((await read(sha256)).equals(GUIDE)).toBe(true);
  // It is on this disk from now on.
  through(await nobody());
  expect(await isStored(sha256)).toBe(true);
  expect(await isStored(ABSENT).catch((error: unknown) => error)).toBeInstanceOf(FilesAway);
});

test("several who ask for it at once get it whole", async () => {
  const sha256 = await storeFile([GUIDE]);
  await onAnotherMachine();
  expect(await Promise.all(Array.from({ length: 5 }, () => isStored(sha256)))).toEqual(Array(5).fill(true));
  expect((await read(sha256)).equals(GUIDE)).toBe(true);
  expect(await readdir(filesFolder())).toEqual([sha256]);
});

test("what nobody stored is not there, nor what is not what its name says", async () => {
  expect(await isStored(ABSENT)).toBe(false);
  const sha256 = await storeFile([GUIDE]);
  const other = await storeFile([Buffer.from("autre chose")]);
  await putObject(sha256, storedPath(other), "autre chose".length);
  await onAnotherMachine();
  expect(await isStored(sha256)).toBe(false);
});

test("a bucket that refuses its keys, or does not answer, takes nothing and says so", async () => {
  expect(await probeBucket()).toBe(true);
  for (const url of [s3.strange, await nobody()]) {
    through(url);
    for (const act of [
      () => storeFile([Buffer.from(url)]),
      () => isStored(ABSENT),
      probeBucket,
      () => storedBefore(AT),
    ])
      await expect(act()).rejects.toThrow(FilesAway);
  }
  const editor = await makeEditor();
  const file = { name: "guide.pdf", bytes: await pdfSaying(["Sans stockage"]) };
  await expect(keepMedia(editor, file, { credit: null, licence: null }, AT)).rejects.toThrow(FilesAway);
  expect(await db.media.count()).toBe(0);
});

test("a file that is cut as it comes is not kept", async () => {
  const cutting = createServer((_request, response) => {
    response.writeHead(200, { "Content-Length": GUIDE.length });
    response.write(GUIDE.subarray(0, 500));
    setImmediate(() => response.destroy());
  }).listen(0, "127.0.0.1");
  await once(cutting, "listening");
  const { port } = cutting.address() as AddressInfo;
  await onAnotherMachine(`http://a:b@127.0.0.1:${port}/portail?region=us-east-1`);
  await expect(isStored(ABSENT)).rejects.toThrow(FilesAway);
  expect(await readdir(filesFolder())).toEqual([]);
  cutting.close();
});

test("a bucket that stops in the middle of a file is left, and nothing of it is kept", async () => {
  const silent = createServer((_request, response) => {
    response.writeHead(200, { "Content-Length": GUIDE.length });
    response.write(GUIDE.subarray(0, 500));
  }).listen(0, "127.0.0.1");
  await once(silent, "listening");
  const { port } = silent.address() as AddressInfo;
  await onAnotherMachine(`http://a:b@127.0.0.1:${port}/portail?region=us-east-1`);
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  try {
    let ended: unknown;
    void isStored(ABSENT).catch((error: unknown) => {
      ended = error;
    });
    const turn = () => new Promise((resolve) => setImmediate(resolve));
    while (!(await readdir(filesFolder()).catch(() => [])).length) await turn();
    // It has begun: what follows is the silence.
    while (!ended) {
      vi.advanceTimersByTime(1_000);
      await turn();
    }
    expect(ended).toBeInstanceOf(FilesAway);
  } finally {
    vi.useRealTimers();
  }
  expect(await readdir(filesFolder())).toEqual([]);
  silent.closeAllConnections();
  silent.close();
});

test("a page of a file that is out of reach says when to come again, and forgets nothing", async () => {
  const sha256 = await storeFile([GUIDE]);
  const id = "0198f0e0-0000-7000-8000-000000000001";
  const front = createFront({
    siteUrl: "http://portail.example",
    development: false,
    pages: async (_request, response) => void response.writeHead(404).end(),
    file: async () => ({ sha256, mime: "application/pdf", name: "guide.pdf", inline: true }),
  });
  const port = await freePort();
  await front.listen(port, "127.0.0.1");
  const ask = (headers = {}) => fetch(`http://127.0.0.1:${port}/fichiers/${id}/guide.pdf`, { headers });
  try {
    await onAnotherMachine(await nobody());
    const warned = vi.spyOn(log(), "warn");
    const away = await ask();
    expect(warned.mock.calls).toMatchObject([[{ err: { code: "ECONNREFUSED" } }, "files are out of reach"]]);
    expect([away.status, away.headers.get("retry-after"), await away.text()]).toEqual([
      503,
      "60",
      "Ce fichier est momentanément hors d’atteinte. Réessayez dans une minute.\n",
    ]);
    through(s3.url);
    const part = await ask({ range: "bytes=9-17" });
    expect([part.status, part.headers.get("content-range"), await part.text()]).toEqual([
      206,
      `bytes 9-17/${GUIDE.length}`,
      "un guide ",
    ]);
  } finally {
    await front.stop();
  }
});

test("what only served for a while is forgotten, whatever the bucket answers", async () => {
  await db.rateLimiterFlexible.create({ data: { key: "un compteur", points: 1, expire: new Date(0) } });
  through(await nobody());
  await expect(purgeExpired(AT)).rejects.toThrow(FilesAway);
  expect(await db.rateLimiterFlexible.count()).toBe(0);
});

test("a backup holds what another machine stored", async () => {
  const bytes = await pdfSaying(["À sauvegarder"]);
  await makeMedia(bytes);
  await onAnotherMachine();
  const client = new pg.Client(databaseUrl());
  await client.connect();
  const parts = await Array.fromAsync(fileParts(client, { files: 0 }));
  await client.end();
  expect(Buffer.concat(parts.map(({ part }) => Buffer.from(part, "base64"))).equals(bytes)).toBe(true);
});

test("what is not a file of the portal is neither listed nor removed, in its bucket or on its disk", async () => {
  const { client, name } = s3.client();
  await client.putObject(name, "sauvegardes/2026-11.jsonl", "à garder");
  await storeFile([GUIDE]);
  await writeFile(path.join(filesFolder(), "notes.txt"), "à garder");
  await removeLostFiles(later(31 * DAY, new Date()));
  expect(await storedBefore(tomorrow())).toEqual([]);
  expect((await client.statObject(name, "sauvegardes/2026-11.jsonl")).size).toBeGreaterThan(0);
  expect(await readdir(filesFolder())).toEqual(["notes.txt"]);
  for (const other of ["../note", "notes.txt", "", "sauvegardes/2026-11.jsonl"])
    await expect(removeStored(other)).rejects.toThrow("no stored file is named");
});

test("what no row names leaves the bucket after a month, and nothing else", async () => {
  const lost = await storeFile([Buffer.from("perdu")]);
  const id = await makeMedia(await pdfSaying(["Nommé"]));
  const { sha256: named } = await db.media.findUniqueOrThrow({ where: { id } });
  await onAnotherMachine();
  await removeLostFiles(later(29 * DAY, new Date()));
  expect(await objectsBefore(tomorrow())).toEqual(expect.arrayContaining([lost, named]));
  await removeLostFiles(later(31 * DAY, new Date()));
  const left = await objectsBefore(tomorrow());
  expect([left.includes(lost), left.includes(named)]).toEqual([false, true]);
  await removeStored(named);
  expect(await isStored(named)).toBe(false);
});
