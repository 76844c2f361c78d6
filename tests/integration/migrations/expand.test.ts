import { readdir, readFile } from "node:fs/promises";
import pg from "pg";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { buildFormerStructure } from "#lib/commands/structure";
import { databaseUrl } from "#lib/platform/env";
import { PROJECT_ROOT } from "#lib/platform/root";
import { breaches, readCatalogue, unexplained } from "#tests/integration/migrations/expand";

/** The last one of those that were written when a release stopped the portal to start the next. */
const LAST_FREE = "20261129151500_static_files";

let client: pg.Client;
beforeEach(async () => {
  client = new pg.Client(databaseUrl());
  await client.connect();
  await client.query("BEGIN");
});
afterEach(async () => {
  await client.query("ROLLBACK");
  await client.end();
});

/** What a script breaks, and does not explain. */
async function broken(script: string, earlier: readonly string[] = []): Promise<string[]> {
  const before = await readCatalogue(client);
  await client.query(script);
  return unexplained(breaches(before, await readCatalogue(client)), script, earlier);
}

test("the version before works on what each migration leaves", async () => {
  const folders = await readdir(`${PROJECT_ROOT}prisma/migrations`, { withFileTypes: true });
  const names = folders.flatMap((one) => (one.isDirectory() ? [one.name] : [])).sort();
  expect(names).toContain(LAST_FREE);
  const free = names.filter((name) => name <= LAST_FREE);
  await buildFormerStructure(client, free);
  const earlier = [...free];
  for (const name of names.slice(free.length)) {
    const script = await readFile(`${PROJECT_ROOT}prisma/migrations/${name}/migration.sql`, "utf8");
    expect(await broken(script, earlier), name).toEqual([]);
    earlier.push(name);
  }
});

describe("a migration is refused that", () => {
  test.each([
    ["drops a column", 'ALTER TABLE "Webinar" DROP COLUMN "replayUrl"', "Webinar.replayUrl is gone"],
    ["renames one", 'ALTER TABLE "Webinar" RENAME "replayUrl" TO "recordingUrl"', "Webinar.replayUrl is gone"],
    ["drops a table", 'DROP TABLE "SchoolHoliday"', "SchoolHoliday is gone"],
    ["renames one", 'ALTER TABLE "SchoolHoliday" RENAME TO "Holiday"', "SchoolHoliday is gone"],
    ["asks for what nobody fills", 'ALTER TABLE "Cycle" ADD "place" TEXT NOT NULL', "Cycle.place must be filled"],
    ["asks for what was optional", 'ALTER TABLE "Webinar" ALTER "capacity" SET NOT NULL', "Webinar.capacity must be"],
    ["empties what was always there", 'ALTER TABLE "Cycle" ALTER "title" DROP NOT NULL', "Cycle.title may be empty"],
    ["takes a default away", 'ALTER TABLE "Webinar" ALTER "version" DROP DEFAULT', "Webinar.version has no default"],
    ["changes a type", 'ALTER TABLE "Webinar" ALTER "capacity" TYPE BIGINT', "Webinar.capacity is bigint"],
    ["renames a value", "ALTER TYPE \"Confidence\" RENAME VALUE 'unread' TO 'seen'", "Confidence.unread is gone"],
    ["wants what was free to be unique", 'CREATE UNIQUE INDEX "a" ON "Webinar" ("title")', "Webinar refuses"],
    ["checks what was free", 'ALTER TABLE "Webinar" ADD CHECK ("capacity" < 1000)', "Webinar refuses"],
    ["drops what an upsert relies on", 'DROP INDEX "Person_emailKey_key"', "Person is no longer unique"],
  ])("%s", async (_, script, said) => {
    const found = await broken(script);
    expect(found[0]).toContain(said);
    expect(found).toHaveLength(1);
  });
});

describe("a migration is let through that", () => {
  test.each([
    ["adds a column that may be empty", 'ALTER TABLE "Webinar" ADD "place" TEXT'],
    ["adds one with a default", `ALTER TABLE "Webinar" ADD "place" TEXT NOT NULL DEFAULT ''`],
    ["adds a table", 'CREATE TABLE "Place" ("id" TEXT PRIMARY KEY, "webinarId" UUID REFERENCES "Webinar" ("id"))'],
    ["ties a new column", 'ALTER TABLE "Webinar" ADD "roomId" UUID UNIQUE REFERENCES "Cycle" ("id")'],
    ["adds a value", "ALTER TYPE \"Confidence\" ADD VALUE 'guessed'"],
    ["adds an index", 'CREATE INDEX "a" ON "Webinar" ("title")'],
    ["renames an index", 'ALTER INDEX "Person_emailKey_key" RENAME TO "one_address"'],
  ])("%s", async (_, script) => {
    expect(await broken(script)).toEqual([]);
  });

  test("drops what it says that nothing uses since a migration that came before", async () => {
    const script = (since: string) =>
      `-- contract: Webinar.replayUrl unused since ${since}\nALTER TABLE "Webinar" DROP COLUMN IF EXISTS "replayUrl"`;
    expect(await broken(script(LAST_FREE), [LAST_FREE])).toEqual([]);
    await client.query('ALTER TABLE "Webinar" ADD "replayUrl" TEXT');
    expect(await broken(script("20991231000000_never"), [LAST_FREE])).toHaveLength(1);
  });
});
