import { randomBytes } from "node:crypto";
import { readFileSync, rmSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import pg from "pg";
import type { TestProject } from "vitest/node";
import { startEmbeddedPostgres } from "#lib/platform/embedded-postgres";
import { databaseOn, prismaCli } from "#tests/support/prisma-cli";

declare module "vitest" {
  interface ProvidedContext {
    /** Address of the administrative database of the run's server. */
    adminUrl: string;
    /** Begins the name of every database of this run, so that two runs may share one server. */
    runName: string;
  }
}

async function asAdmin<T>(adminUrl: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client(adminUrl);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** One server for the run. What it holds is thrown away, so it need not survive a power cut. */
export async function ownServer() {
  const folder = await mkdtemp(path.join(tmpdir(), "portail-tests-"));
  const server = await startEmbeddedPostgres(folder);
  await asAdmin(server.adminUrl, async (client) => {
    for (const setting of ["fsync", "full_page_writes", "synchronous_commit"]) {
      await client.query(`ALTER SYSTEM SET ${setting} = off`);
    }
    await client.query("SELECT pg_reload_conf()");
  });
  const lastWish = () => dropServer(folder);
  process.once("exit", lastWish);
  return {
    adminUrl: server.adminUrl,
    async stop() {
      process.off("exit", lastWish);
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Ends the server of an interrupted run at once: it lives in a session of its own, which Ctrl-C does not reach. */
function dropServer(folder: string): void {
  const [line] = readFileSync(path.join(folder, "postgres/postmaster.pid"), "utf8").split("\n");
  const pid = Number(line);
  const sleep = new Int32Array(new SharedArrayBuffer(4));
  process.kill(pid, "SIGQUIT");
  for (let tries = 0; tries < 50 && isAlive(pid); tries++) Atomics.wait(sleep, 0, 0, 100);
  rmSync(folder, { recursive: true, force: true });
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

/** Makes an empty database, whose structure is that of the migrations. */
export async function makeTemplate(adminUrl: string, name: string): Promise<void> {
  await asAdmin(adminUrl, (client) => client.query(`CREATE DATABASE ${name}`));
  await prismaCli(["migrate", "deploy"], { databaseUrl: databaseOn(adminUrl, name), check: true });
}

/**
 * Global set-up of the integration tests: a server and a migrated template; TEST_DATABASE_ADMIN_URL names a server to use
 * instead, TEST_DATABASE_TEMPLATE a template that is there already.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env.TEST_DATABASE_ADMIN_URL;
  const server = given ? { adminUrl: given, stop: async () => {} } : await ownServer();
  const runName = `test_${randomBytes(4).toString("hex")}`;
  const template = `${runName}_template`;
  const made = process.env.TEST_DATABASE_TEMPLATE;
  if (made) await asAdmin(server.adminUrl, (client) => client.query(`CREATE DATABASE ${template} TEMPLATE ${made}`));
  else await makeTemplate(server.adminUrl, template);
  project.provide("adminUrl", server.adminUrl);
  project.provide("runName", runName);
  return async () => {
    await asAdmin(server.adminUrl, async (client) => {
      const { rows } = await client.query<{ datname: string }>(
        "SELECT datname FROM pg_database WHERE datname LIKE $1",
        [`${runName}%`],
      );
      for (const { datname } of rows) await client.query(`DROP DATABASE ${datname} WITH (FORCE)`);
    });
    await server.stop();
  };
}
