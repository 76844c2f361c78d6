import { randomBytes } from "node:crypto";
import { mkdir, rm } from "node:fs/promises";
import path from "node:path";
import pg from "pg";
import { onTestFinished } from "vitest";
import { PROJECT_ROOT } from "#lib/platform/root";
import { databaseOn } from "#tests/support/prisma-cli";

/** A folder of its own inside the project, so that packages and aliases resolve; gone when the test ends. */
export async function scratchFolder(): Promise<string> {
  const folder = path.join(PROJECT_ROOT, "tests/.output", `scratch-${randomBytes(4).toString("hex")}`);
  await mkdir(folder, { recursive: true });
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/**
 * An empty database of its own, gone when the test ends.
 * @param adminUrl administrative database of the run's server
 */
export async function scratchDatabase(adminUrl: string) {
  const name = `scratch_${randomBytes(4).toString("hex")}`;
  const url = databaseOn(adminUrl, name);
  const run = async <Row extends pg.QueryResultRow>(address: string, sql: string): Promise<Row[]> => {
    const client = new pg.Client(address);
    await client.connect();
    try {
      return (await client.query<Row>(sql)).rows;
    } finally {
      await client.end();
    }
  };
  await run(adminUrl, `CREATE DATABASE ${name}`);
  onTestFinished(async () => {
    await run(adminUrl, `DROP DATABASE ${name} WITH (FORCE)`);
  });
  return { url, query: <Row extends pg.QueryResultRow>(sql: string) => run<Row>(url, sql) };
}
