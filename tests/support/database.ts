import { rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import pg from "pg";
import { afterAll, afterEach, beforeEach, expect, inject, vi } from "vitest";
import { disconnect } from "#lib/platform/db";
import { rereadEnv } from "#lib/platform/env";
import { databaseOn } from "#tests/support/prisma-cli";

/** Set-up file of the integration tests: one database per worker, empty at the start of each test, and one folder of files. */

const template = `${inject("runName")}_template`;
const name = `${inject("runName")}_worker_${process.env.VITEST_POOL_ID ?? "1"}`;
const DUPLICATE_DATABASE = "42P04";

async function connected(url: string): Promise<pg.Client> {
  const client = new pg.Client(url);
  await client.connect();
  return client;
}

async function createOnce(): Promise<void> {
  const admin = await connected(inject("adminUrl"));
  try {
    await admin.query(`CREATE DATABASE ${name} TEMPLATE ${template}`);
  } catch (error) {
    if ((error as { code?: string }).code !== DUPLICATE_DATABASE) throw error;
  } finally {
    await admin.end();
  }
}

await createOnce();
process.env.DATABASE_URL = databaseOn(inject("adminUrl"), name);
const dataDir = path.join(tmpdir(), name);
process.env.DATA_DIR = dataDir;
rereadEnv();
const observer = await connected(process.env.DATABASE_URL);

/** Truncates only what holds rows: most tests touch few tables. */
const EMPTY_ALL = `DO $$
DECLARE
  candidate text;
  filled text[] := '{}';
  has_rows boolean;
BEGIN
  FOR candidate IN
    SELECT format('%I.%I', schemaname, tablename) FROM pg_tables
    WHERE (schemaname = 'public' AND tablename <> '_prisma_migrations')
       OR (schemaname = 'pgboss' AND tablename LIKE 'job%')
  LOOP
    EXECUTE format('SELECT EXISTS (SELECT FROM %s)', candidate) INTO has_rows;
    IF has_rows THEN filled := filled || candidate; END IF;
  END LOOP;
  -- The journal refuses to be emptied, but for the owner of the server who says so.
  SET LOCAL session_replication_role = replica;
  IF filled <> '{}' THEN EXECUTE 'TRUNCATE ' || array_to_string(filled, ', ') || ' CASCADE'; END IF;
END $$`;

const CUT_TIMEOUT_MS = 5_000;
const FORGOTTEN = `SELECT query FROM pg_stat_activity
  WHERE datname = current_database() AND state LIKE 'idle in transaction%'`;

beforeEach(async () => {
  await observer.query(EMPTY_ALL);
});

afterEach(async () => {
  // The session of a client that was cut ends a little after it.
  await vi.waitFor(async () => {
    const { rows } = await observer.query<{ query: string }>(FORGOTTEN);
    expect(rows, "a transaction was left open").toEqual([]);
  }, CUT_TIMEOUT_MS);
});

afterAll(async () => {
  await disconnect();
  await observer.end();
  await rm(dataDir, { recursive: true, force: true });
});
