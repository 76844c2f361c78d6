import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";
import pg from "pg";
import { PgBoss } from "pg-boss";
import { describe, expect, onTestFinished, test } from "vitest";
import { startEmbeddedPostgres } from "#lib/platform/embedded-postgres";
import { dataFolder, removeFolder } from "#tests/support/portal";

/** The database that a newcomer gets, and the two roles that it is opened by. */

const run = promisify(execFile);
const SLOW = { timeout: 240_000 };

async function folder(): Promise<string> {
  const dataDir = await dataFolder();
  onTestFinished(() => removeFolder(dataDir));
  return dataDir;
}

/** One of the project's commands, as it is run beside no portal. */
async function command(file: string, args: string[], dataDir: string): Promise<string> {
  const { PATH, HOME } = process.env;
  const env = { PATH, HOME, NODE_ENV: "test" as const, LOG_LEVEL: "silent", DATA_DIR: dataDir };
  return (await run(process.execPath, [file, ...args], { env })).stdout;
}

async function opened(dataDir: string) {
  const server = await startEmbeddedPostgres(dataDir);
  const connected = async (url: string) => {
    const client = new pg.Client(url);
    await client.connect();
    return client;
  };
  const [application, owner] = await Promise.all([connected(server.applicationUrl), connected(server.url)]);
  const close = async () => {
    await Promise.all([application.end(), owner.end()]);
    await server.stop();
  };
  return { application, owner, url: server.url, close };
}

const TELL = `INSERT INTO "AuditEntry" ("id", "action", "noun", "target") VALUES (gen_random_uuid(), 'need.update', 'need', $1)`;
const READ = `SELECT "target" FROM "AuditEntry" ORDER BY "target"`;

const CHANGES = [
  `UPDATE "AuditEntry" SET "action" = 'need.read'`,
  `DELETE FROM "AuditEntry"`,
  `TRUNCATE "AuditEntry"`,
  `INSERT INTO "AuditEntry" ("id", "action", "noun", "target") SELECT "id", 'x', 'x', 'x' FROM "AuditEntry"
   ON CONFLICT ("id") DO UPDATE SET "action" = 'x'`,
  `MERGE INTO "AuditEntry" e USING (VALUES (1)) v ON true WHEN MATCHED THEN DELETE`,
];
/** What only whoever owns the table, or the server, may say. */
const POWERS = [
  `ALTER TABLE "AuditEntry" DISABLE TRIGGER USER`,
  `DROP TRIGGER "journal_never_changed" ON "AuditEntry"`,
  `CREATE OR REPLACE FUNCTION "refuse_change_of_journal"() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END'`,
  `DROP TABLE "AuditEntry"`,
  "SET session_replication_role = replica",
  "SET ROLE portail",
  "CREATE ROLE other SUPERUSER",
  `COPY "AuditEntry" TO PROGRAM 'cat'`,
];

describe("the journal", SLOW, () => {
  test("is added to and read by the application, which cannot change it, and comes back from a backup", async () => {
    const dataDir = await folder();
    await command("prisma/seed.ts", [], dataDir);
    const { application, owner, close } = await opened(dataDir);
    await application.query(TELL, ["first"]);
    for (const change of [...CHANGES, ...POWERS]) {
      await expect(application.query(change), change).rejects.toMatchObject({ code: "42501" });
    }
    for (const change of CHANGES) await expect(owner.query(change), change).rejects.toMatchObject({ code: "42501" });
    expect((await application.query(READ)).rows).toEqual([{ target: "first" }]);
    // Everything else is its own.
    expect((await application.query(`UPDATE "Need" SET "title" = "title"`)).rowCount).toBeGreaterThan(0);
    await close();

    const file = path.join(dataDir, "sauvegarde.jsonl.gz");
    await command("lib/backup/backup.ts", [file], dataDir);
    expect((await readFile(file)).length).toBeGreaterThan(0);
    const elsewhere = await folder();
    await command("lib/backup/restore.ts", [file], elsewhere);
    const restored = await opened(elsewhere);
    expect((await restored.application.query(READ)).rows).toEqual([{ target: "first" }]);
    await restored.application.query(TELL, ["second"]);
    for (const client of [restored.application, restored.owner])
      for (const change of CHANGES) await expect(client.query(change), change).rejects.toMatchObject({ code: "42501" });
    await restored.close();
  });

  test("of a database that was made before the application had a role of its own is as safe", async () => {
    const dataDir = await folder();
    await command("prisma/seed.ts", [], dataDir);
    const before = await opened(dataDir);
    // As a former release left it: everything belongs to one role, and there is no other.
    await before.application.end();
    await before.owner.query("DROP OWNED BY application CASCADE");
    await before.owner.query("DROP ROLE application");
    const boss = new PgBoss({ connectionString: before.url, supervise: false, schedule: false });
    await boss.start();
    await boss.stop({ graceful: false });
    await before.owner.end();
    const { Need } = await countsAfter(dataDir);
    expect(Need).toBeGreaterThan(0);
    const after = await opened(dataDir);
    await after.application.query(TELL, ["first"]);
    await expect(after.application.query(`DELETE FROM "AuditEntry"`)).rejects.toMatchObject({ code: "42501" });
    // The queues bring their own tables up.
    await after.application.query("ALTER TABLE pgboss.queue ADD COLUMN one int");
    await after.application.query("DROP TABLE pgboss.job CASCADE");
    await after.close();
  });
});

/** Runs a command that opens the database, then counts. */
async function countsAfter(dataDir: string): Promise<{ Need: number }> {
  await command("prisma/seed.ts", [], dataDir);
  const { application, close } = await opened(dataDir);
  const { rows } = await application.query('SELECT count(*)::int AS "Need" FROM "Need"');
  await close();
  return rows[0];
}
