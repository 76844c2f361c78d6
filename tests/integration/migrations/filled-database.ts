import { randomBytes } from "node:crypto";
import { cp, mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import pg from "pg";
import { inject } from "vitest";
import { finishedMigrations } from "#lib/backup/archive";
import { ensureQueues } from "#lib/jobs/queues";
import { disconnect } from "#lib/platform/db";
import { closeQueue } from "#lib/platform/queue";
import { PROJECT_ROOT } from "#lib/platform/root";
import { databaseOn, prismaCli } from "#tests/support/prisma-cli";

/**
 * A database as a former version left it. filled.jsonl was written by that version: what is there never changes, and
 * is brought up by the migrations that came since.
 */

type Table = { table: string; columns: string[]; rows: unknown[][] };
/** `migration`: the last one of the version that wrote it. `at`: the instant at which it stopped. */
export type Filled = { migration: string; at: Date; tables: Table[] };

/** Reads filled.jsonl: a header, then for each table its columns and a line a row, those referred to first. */
export async function readFilled(): Promise<Filled> {
  const text = await readFile(new URL("filled.jsonl", import.meta.url), "utf8");
  const [head = "", ...lines] = text.trimEnd().split("\n");
  const { migration, at } = JSON.parse(head) as { migration: string; at: string };
  const tables: Table[] = [];
  for (const line of lines) {
    const value = JSON.parse(line) as unknown[] | Omit<Table, "rows">;
    if (Array.isArray(value)) tables.at(-1)?.rows.push(value);
    else tables.push({ ...value, rows: [] });
  }
  return { migration, at: new Date(at), tables };
}

async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

const CONFIG = `import { defineConfig } from "prisma/config";
process.env.PRISMA_SCHEMA_ENGINE_BINARY = ${JSON.stringify(path.join(PROJECT_ROOT, "prisma/schema-engine.ts"))};
export default defineConfig({
  schema: ${JSON.stringify(path.join(PROJECT_ROOT, "prisma/schema"))},
  migrations: { path: "migrations" },
  datasource: { url: process.env.DATABASE_URL ?? "" },
});
`;

/** Applies the migrations as they were when the last one was this one. */
async function migrateUpTo(last: string, databaseUrl: string): Promise<void> {
  // Inside the project, so that packages resolve.
  const cwd = path.join(PROJECT_ROOT, "tests/.output", `migrations-${randomBytes(4).toString("hex")}`);
  await mkdir(path.join(cwd, "migrations"), { recursive: true });
  try {
    await writeFile(path.join(cwd, "prisma.config.ts"), CONFIG);
    const all = await readdir(path.join(PROJECT_ROOT, "prisma/migrations"));
    for (const name of all.filter((one) => one <= last || one === "migration_lock.toml"))
      await cp(path.join(PROJECT_ROOT, "prisma/migrations", name), path.join(cwd, "migrations", name), {
        recursive: true,
      });
    await prismaCli(["migrate", "deploy"], { databaseUrl, cwd, check: true });
  } finally {
    await rm(cwd, { recursive: true, force: true });
  }
}

async function load(client: pg.Client, { tables }: Filled): Promise<void> {
  for (const { table, columns, rows } of tables) {
    const named = columns.map((column) => `"${column}"`).join(", ");
    const content = rows.map((row) => Object.fromEntries(columns.map((column, index) => [column, row[index]])));
    await client.query(
      `INSERT INTO "${table}" (${named}) SELECT ${named} FROM jsonb_populate_recordset(NULL::"${table}", $1::jsonb)`,
      [JSON.stringify(content)],
    );
  }
}

const adminUrl = inject("adminUrl");
const own = process.env.DATABASE_URL;
const template = `${inject("runName")}_filled_${randomBytes(4).toString("hex")}`;
let copies = 0;

const create = (name: string, from = "template1") =>
  withClient(adminUrl, (client) => client.query(`CREATE DATABASE ${name} TEMPLATE ${from}`));

/** Has this process work on another database. */
async function moveTo(url: string | undefined): Promise<void> {
  await closeQueue();
  await disconnect();
  process.env.DATABASE_URL = url;
}

/**
 * Makes the filled database and brings it up to this version.
 * @returns the tables that there were, before anything was brought up
 */
export async function buildFilled(filled: Filled): Promise<string[]> {
  await create(template);
  const url = databaseOn(adminUrl, template);
  await migrateUpTo(filled.migration, url);
  const tables = await withClient(url, async (client) => {
    await load(client, filled);
    const { rows } = await client.query<{ name: string }>(
      "SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' AND tablename <> '_prisma_migrations'",
    );
    return rows.map(({ name }) => name);
  });
  await prismaCli(["migrate", "deploy"], { databaseUrl: url, check: true });
  await moveTo(url);
  await ensureQueues();
  await moveTo(own);
  return tables;
}

/** Has this process work on a new database of this version. */
export async function enterNew(): Promise<{ url: string; migrations: string[] }> {
  copies += 1;
  const name = `${template}_${copies}`;
  await create(name);
  const url = databaseOn(adminUrl, name);
  await prismaCli(["migrate", "deploy"], { databaseUrl: url, check: true });
  const migrations = await withClient(url, finishedMigrations);
  await moveTo(url);
  await ensureQueues();
  return { url, migrations };
}

/** Has this process work on a copy of its own of the filled database; the run drops it in the end. */
export async function enterFilled(): Promise<void> {
  copies += 1;
  const name = `${template}_${copies}`;
  await create(name, template);
  await moveTo(databaseOn(adminUrl, name));
}

/** Goes back to the database of the worker. */
export const leaveFilled = (): Promise<void> => moveTo(own);
