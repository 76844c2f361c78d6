import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import pg from "pg";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { readArchive, tablesInOrder, writeArchive } from "#lib/backup/archive";
import { db } from "#lib/platform/db";
import { databaseUrl } from "#lib/platform/env";
import { AT } from "#tests/support/clock";
import { makeNeed, makeRegistration, makeResource } from "#tests/support/factories";
import { makeMedia } from "#tests/support/media";
import { pdfSaying } from "#tests/support/pdf-file";

let folder: string;
let file: string;
let client: pg.Client;

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

describe("archive", () => {
  it("gives back every row as it was", async () => {
    const need = await makeNeed({ title: "Écrire « l’œuvre »\n\nà plusieurs" });
    const resource = await makeResource({ sdgs: [4, 17] });
    await db.resourceNeed.create({ data: { resourceId: resource.id, needId: need.id } });
    const { email: _, ...registration } = await makeRegistration();
    const counts = await writeArchive(client, file, AT);
    expect(counts).toMatchObject({ Need: 1, Resource: 1, ResourceNeed: 1, Webinar: 1, Registration: 1 });

    await db.$executeRaw`TRUNCATE "Need", "Resource", "ResourceNeed", "Registration", "Person", "Webinar", "Cycle" CASCADE`;
    await readArchive(file, async (table, rows) => {
      await client.query(`INSERT INTO "${table}" SELECT * FROM jsonb_populate_recordset(NULL::"${table}", $1::jsonb)`, [
        JSON.stringify(rows),
      ]);
    });
    expect(await db.need.findUnique({ where: { id: need.id } })).toEqual(need);
    expect(await db.resource.findUnique({ where: { id: resource.id } })).toEqual(resource);
    expect(await db.registration.findUnique({ where: { id: registration.id } })).toEqual(registration);
  });

  it("leaves out what is made anew or sent again: its own structure, parts of a build, parts of files", async () => {
    const { rows } = await client.query<{ name: string }>(
      "SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' ORDER BY 1",
    );
    const kept = await tablesInOrder(client);
    expect(rows.map(({ name }) => name).filter((name) => !kept.includes(name))).toEqual([
      "StaticFile",
      "UploadPart",
      "_prisma_migrations",
    ]);
  });

  it("lists what is referred to before what refers to it", async () => {
    const tables = await tablesInOrder(client);
    const inOrder = (first: string, second: string) => tables.indexOf(first) < tables.indexOf(second);
    expect(inOrder("Cycle", "Webinar") && inOrder("Webinar", "Registration") && inOrder("User", "UserSession")).toBe(
      true,
    );
  });

  it("is one instant: what is written meanwhile is not in it", async () => {
    await makeRegistration();
    const before = await writeArchive(client, file, AT);
    await makeRegistration();
    expect((await writeArchive(client, file, AT)).Registration).toBe((before.Registration ?? 0) + 1);
  });

  it.each([
    ["cut short", (lines: string[]) => lines.slice(0, -2)],
    ["with a row taken out", (lines: string[]) => lines.filter((line) => !line.includes('"table":"Need"'))],
    ["with a file taken out", (lines: string[]) => lines.filter((line) => !line.includes('"part":'))],
    [
      "with a file that is not its own",
      (lines: string[]) => lines.map((line) => line.replace(/"part":"J/, '"part":"K')),
    ],
    ["of something else", () => ['{"hello":"world"}']],
  ])("refuses a file %s", async (_, damage) => {
    await makeNeed();
    await makeMedia(await pdfSaying(["Bonjour"]));
    await writeArchive(client, file, AT);
    const lines = gunzipSync(await readFile(file))
      .toString()
      .split("\n");
    await writeFile(file, gzipSync(damage(lines).join("\n")));
    await expect(readArchive(file, async () => {})).rejects.toThrow("n’est pas une sauvegarde complète");
  });

  it("refuses a missing file and one that is not compressed", async () => {
    await expect(readArchive(file, async () => {})).rejects.toThrow("n’est pas une sauvegarde complète");
    await writeFile(file, "bonjour");
    await expect(readArchive(file, async () => {})).rejects.toThrow("n’est pas une sauvegarde complète");
  });
});
