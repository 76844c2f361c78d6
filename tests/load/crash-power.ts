import { readFile } from "node:fs/promises";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { insist, openAll, people, person, verdict } from "#tests/support/crowd";
import { dataFolder, type Portal, removeFolder, startPortal } from "#tests/support/portal";
import { type Witness, witness } from "#tests/support/witness";
import { until } from "#tests/support/workers";

const CLIENTS = 4;
const FORMS_EACH = 40;
/** The power goes once so many were told, with as many others under way as there are clients. */
const TOLD = 5 * CLIENTS;
const PATIENCE_MS = 120_000;
/** With its writes put off, a database that is cut loses nothing when it had just written. */
const CUTS = 3;

let dataDir: string;
let portal: Portal;
let database: Witness;

async function start(): Promise<void> {
  portal = await startPortal({ dataDir, env: { ROLE: "web" } });
  database = await witness(portal.databaseUrl);
}

/** Whether the database answers again. */
async function reopened(): Promise<boolean> {
  try {
    database = await witness(portal.databaseUrl);
    return true;
  } catch {
    return false;
  }
}

/** Ends the database as a power cut does, without writing what it still held, and the portal with it. */
async function cut(): Promise<void> {
  const [pid] = (await readFile(path.join(dataDir, "postgres/postmaster.pid"), "utf8")).split("\n");
  await database.end();
  process.kill(Number(pid), "SIGQUIT");
  await portal.kill();
}

/** Registers people until the power is cut. @returns the addresses that were told « registered » */
async function pourAndCut(name: string, slug: string): Promise<string[]> {
  const told: string[] = [];
  const forms = await openAll([portal.url], slug, CLIENTS * FORMS_EACH);
  const pour = async (client: number) => {
    for (const [index, form] of forms.slice(client * FORMS_EACH, (client + 1) * FORMS_EACH).entries()) {
      const typed = person(`${name}.${client}.${index}`);
      const answer = await form.submit(typed).catch(() => null);
      if (!answer || verdict(answer) !== "in") return;
      told.push(typed.email);
    }
  };
  const pouring = Promise.all(Array.from({ length: CLIENTS }, (_, client) => pour(client)));
  await until("enough people were told", PATIENCE_MS, async () => told.length >= TOLD);
  await cut();
  await pouring;
  await start();
  return told;
}

/** Those who were told and are not there, or were not written to. */
async function lost(told: string[]): Promise<string[]> {
  const kept = await database.rows<{ email: string }>(
    `SELECT p."email" FROM "Registration" r JOIN "OutgoingMail" m ON m."registrationId" = r."id"
     JOIN "Person" p ON p."id" = r."personId" WHERE p."email" = ANY($1)`,
    [told],
  );
  const there = new Set(kept.map(({ email }) => email));
  return told.filter((email) => !there.has(email));
}

/** The database dies with everything else. */
export function powerCutsLoseNobody(): void {
  beforeAll(async () => {
    dataDir = await dataFolder();
    await start();
  });
  afterAll(async () => {
    await database?.end();
    await portal?.stop();
    await removeFolder(dataDir);
  });

  test("a power cut loses nobody who was told, nor their message", async () => {
    const told = await pourAndCut("kept", await database.newSession(null));
    expect(told.length).toBeGreaterThanOrEqual(TOLD);
    expect(await lost(told)).toEqual([]);
  });

  test("a database that is killed alone comes back, and loses nobody either", async () => {
    const slug = await database.newSession(null);
    const crowd = people(TOLD, "seul.");
    const told: string[] = [];
    const pouring = crowd.map(async (typed) => told.push(await insist(portal.url, slug, typed)));
    await until("somebody was told", PATIENCE_MS, async () => told.length > 0);
    const [pid] = (await readFile(path.join(dataDir, "postgres/postmaster.pid"), "utf8")).split("\n");
    process.kill(Number(pid), "SIGKILL");
    await Promise.all(pouring);
    await database.end();
    // All may have been told before it died.
    await until("the database is back", PATIENCE_MS, reopened);
    expect(await lost(crowd.map(({ email }) => email))).toEqual([]);
    expect(await database.places(slug)).toHaveLength(TOLD);
    await until("the portal is ready", PATIENCE_MS, async () => (await fetch(`${portal.url}/readyz`)).ok);
  });

  test("with durability taken out, it does: the test above can fail", async () => {
    await database.rows("ALTER SYSTEM SET synchronous_commit = off");
    await database.rows("ALTER SYSTEM SET wal_writer_delay = '10s'");
    await database.rows("ALTER SYSTEM SET wal_writer_flush_after = '1GB'");
    await database.rows("SELECT pg_reload_conf()");
    let missing: string[] = [];
    for (let number = 1; number <= CUTS && !missing.length; number++) {
      const slug = await database.newSession(null);
      await database.rows("CHECKPOINT");
      missing = await lost(await pourAndCut(`lost${number}`, slug));
    }
    expect(missing).not.toEqual([]);
  });
}
