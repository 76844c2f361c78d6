import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import pg from "pg";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { readArchive, writeArchive, writeCheckedArchive } from "#lib/backup/archive";
import { db } from "#lib/platform/db";
import { databaseUrl } from "#lib/platform/env";
import { AT } from "#tests/support/clock";
import fc from "#tests/support/properties";

let client: pg.Client;
let folder: string;
let file: string;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "portail-"));
  file = path.join(folder, "sauvegarde.jsonl.gz");
  client = new pg.Client(databaseUrl());
  await client.connect();
});

afterEach(async () => {
  await client.end();
  await rm(folder, { recursive: true });
});

/** Everything that a text of PostgreSQL may hold: no NUL, no half of a pair. */
const EVERY_CHARACTER = Array.from({ length: 0x11_0000 - 1 }, (_, index) => index + 1).filter(
  (code) => code < 0xd800 || code > 0xdfff,
);
const LINE = 4_000;

async function keep(texts: string[]): Promise<void> {
  await db.auditEntry.createMany({
    data: texts.map((text, index) => ({
      action: text,
      noun: String(index),
      target: "",
      details: { text, [text]: [text] },
    })),
  });
}

const INSERT = `INSERT INTO "AuditEntry" SELECT * FROM jsonb_populate_recordset(NULL::"AuditEntry", $1::jsonb)`;

async function emptyJournal(): Promise<void> {
  await client.query(`SET session_replication_role = replica; TRUNCATE "AuditEntry"`);
  await client.query("SET session_replication_role = origin");
}

const read = () => db.auditEntry.findMany({ orderBy: { id: "asc" } });

async function roundTrip(): Promise<void> {
  const before = await read();
  await writeCheckedArchive(client, file, AT);
  await emptyJournal();
  await readArchive(file, async (_, rows) => void (await client.query(INSERT, [JSON.stringify(rows)])));
  expect(await read()).toEqual(before);
}

describe("any text survives a backup", () => {
  it("every character of Unicode, each beside the next", async () => {
    const texts: string[] = [];
    for (let at = 0; at < EVERY_CHARACTER.length; at += LINE)
      texts.push(String.fromCodePoint(...EVERY_CHARACTER.slice(at, at + LINE)));
    await keep(texts);
    await roundTrip();
  });

  it("whatever lines end with anywhere, at the edges of what is read too", async () => {
    const lineEnd = fc.constantFrom("\u2028", "\u2029", "\r\n", "\n", "\r", "\u0085", "\v", "\f", "\\n", '"', "\u001e");
    const text = fc
      .array(fc.oneof({ weight: 3, arbitrary: lineEnd }, fc.string({ unit: "binary", size: "large" })), {
        maxLength: 30,
      })
      .map((parts) => parts.join("").replaceAll("\0", "").toWellFormed());
    await fc.assert(
      fc.asyncProperty(fc.array(text, { minLength: 1, maxLength: 5 }), async (texts) => {
        await emptyJournal();
        await keep(texts);
        await roundTrip();
      }),
      { numRuns: 25 },
    );
  });
});

const withLines = async (change: (lines: string[]) => string[]) => {
  const lines = gunzipSync(await readFile(file))
    .toString()
    .split("\n");
  await writeFile(file, gzipSync(change(lines).join("\n")));
};
const nothing = async () => undefined;
const INCOMPLETE = "n’est pas une sauvegarde complète du portail";

describe("a backup that was touched is told", () => {
  beforeEach(async () => {
    await keep(Array.from({ length: 50 }, (_, index) => `trace ${index}`));
    await writeArchive(client, file, AT);
  });

  it("cut anywhere, be it by one byte", async () => {
    const whole = await readFile(file);
    for (const length of [
      0,
      1,
      9,
      10,
      100,
      Math.floor(whole.length / 2),
      whole.length - 9,
      whole.length - 8,
      whole.length - 1,
    ]) {
      await writeFile(file, whole.subarray(0, length));
      await expect(readArchive(file, nothing), `${length} of ${whole.length} bytes`).rejects.toThrow(INCOMPLETE);
    }
  });

  it.each([
    ["a word of a row changed", (lines: string[]) => lines.map((line) => line.replace("trace 7", "trace 8"))],
    ["a row in place of another", (lines: string[]) => lines.with(2, lines[1] ?? "")],
    ["two rows exchanged", (lines: string[]) => lines.with(2, lines[1] ?? "").with(1, lines[2] ?? "")],
    ["a table that the count does not know", (lines: string[]) => lines.toSpliced(1, 0, '{"table":"Ghost","row":{}}')],
    ["something after the end", (lines: string[]) => [...lines.slice(0, -1), lines[1] ?? ""]],
    ["a second header", (lines: string[]) => lines.toSpliced(1, 0, lines[0] ?? "")],
  ])("with %s", async (_, change) => {
    await readArchive(file, nothing);
    await withLines(change);
    await expect(readArchive(file, nothing)).rejects.toThrow(INCOMPLETE);
  });

  it("and a folder is none", async () => {
    await expect(readArchive(folder, nothing)).rejects.toThrow(INCOMPLETE);
  });

  it("one of the first releases, without a digest, is read", async () => {
    await withLines((lines) => lines.map((line) => line.replace(/,"sha256":"\w+"/, "")));
    expect((await readArchive(file, nothing)).counts.AuditEntry).toBe(50);
  });
});

describe("a backup that does not read back", () => {
  it("is not kept, nor put in the place of the former one", async () => {
    await keep(["one"]);
    await writeCheckedArchive(client, file, AT);
    const former = await readFile(file);
    // What no reader expects: a table whose rows cannot be told from the count at the end.
    const broken = Object.create(client, {
      query: {
        value: (sql: string, values: unknown[]) =>
          client.query(sql.replace("to_jsonb(t) AS row", "NULL::jsonb AS row"), values),
      },
    });
    await expect(writeCheckedArchive(broken, file, AT)).rejects.toThrow("La sauvegarde ne se relit pas");
    expect(await readFile(file)).toEqual(former);
    await client.query("ROLLBACK");
  });

  it("for want of a place to write is told in a sentence", async () => {
    for (const place of [path.join(folder, "absent", "s.gz"), path.join(file, "s.gz"), folder]) {
      await writeFile(file, "");
      await expect(writeCheckedArchive(client, place, AT)).rejects.toThrow("La sauvegarde n’a pas pu être écrite dans");
      await client.query("ROLLBACK");
    }
  });
});
