import { afterAll, beforeAll, expect, test } from "vitest";
import { freePort } from "#lib/platform/embedded-postgres";
import { chance, oneOf, pause } from "#tests/support/chance";
import { insist, people } from "#tests/support/crowd";
import { type MailSink, mailSink, recipientsOf } from "#tests/support/mail-sink";
import { dataFolder, type Portal, removeFolder, startPortal } from "#tests/support/portal";
import { inFull } from "#tests/support/scale";
import { type Witness, witness } from "#tests/support/witness";

const KILLS = inFull ? 20 : 3;
const PEOPLE = inFull ? 2_000 : 200;
const SEATS = PEOPLE / 2;
const CLIENTS = 8;
/** A killed worker's jobs go to another after a heartbeat and a round of supervision. */
const MAIL_LIMIT_MS = 60_000;

const TIMEOUT_MS = 15 * 60_000;

type Role = "web" | "worker";

let dataDir: string;
let port: number;
let sink: MailSink;
let database: Witness;
let databaseUrl: string;
const running = {} as Record<Role, Portal>;

/** The pages hold the database of their folder, and leave it running when they are killed; the worker stands beside. */
async function start(role: Role): Promise<void> {
  const env = { ROLE: role, SMTP_URL: sink.url, ...(role === "worker" && { DATABASE_URL: databaseUrl }) };
  running[role] = await startPortal({ dataDir, env, ...(role === "web" && { port }) });
}

/** Which process dies, and how many people have been told by then: drawn once, the same at each run. */
const random = chance(2027);
const plan = Array.from({ length: KILLS }, (_, index) => ({
  role: index === 0 ? ("worker" as const) : oneOf<Role>(["web", "worker"], random),
  told: Math.floor((PEOPLE * (index + random())) / KILLS),
  delayMs: random() * 100,
}));

async function queued(): Promise<number> {
  const [row] = await database.rows<{ count: number }>(
    `SELECT count(*)::int AS "count" FROM "OutgoingMail" WHERE "status" = 'queued'`,
  );
  return row?.count ?? 0;
}

/** Processes die by kill -9, as when a machine is short of memory; the database goes on. */
export function killsLoseNobody(): void {
  beforeAll(async () => {
    dataDir = await dataFolder();
    port = await freePort();
    sink = await mailSink();
    await start("web");
    databaseUrl = running.web.databaseUrl;
    database = await witness(databaseUrl);
    await start("worker");
  });
  afterAll(async () => {
    await database?.end();
    await running.worker?.stop();
    await running.web?.stop();
    await sink?.close();
    await removeFolder(dataDir);
  });

  const name = `killed ${KILLS} times while ${PEOPLE} people register, it loses nobody and writes to each once`;
  test(name, { timeout: TIMEOUT_MS }, async () => {
    const slug = await database.newSession(SEATS);
    const crowd = people(PEOPLE);
    const left = [...crowd];
    const told = new Map<string, string>();
    const pouring = Array.from({ length: CLIENTS }, async () => {
      for (let typed = left.shift(); typed; typed = left.shift()) {
        told.set(typed.email, await insist(running.web.url, slug, typed));
      }
    });
    for (const { role, told: enough, delayMs } of plan) {
      while (told.size < enough) await pause(5);
      await pause(delayMs);
      await running[role].kill();
      await start(role);
    }
    const restarted = Date.now();
    await Promise.all(pouring);

    const everyone = crowd.map(({ email }) => email).sort();
    const places = await database.places(slug);
    expect(places.map(({ email }) => email).sort()).toEqual(everyone);
    expect(places.filter(({ status }) => status === "confirmed")).toHaveLength(SEATS);
    expect(new Set(told.values()).size).toBe(PEOPLE);
    expect(await database.mails(slug)).toEqual({
      "registration-confirmed": SEATS,
      "registration-waiting": PEOPLE - SEATS,
    });

    while ((await queued()) > 0 && Date.now() - restarted < MAIL_LIMIT_MS) await pause(100);
    expect(await queued(), "messages still waiting a minute after the last restart").toBe(0);
    const received = sink.messages.map((mail) => ({ to: recipientsOf(mail)[0] ?? "", id: mail.messageId }));
    expect([...new Set(received.map(({ to }) => to))].sort()).toEqual(everyone);
    // A message whose acceptance the killed worker had no time to write down leaves again, under the same name.
    const deaths = plan.filter(({ role }) => role === "worker").length;
    expect(received.length - PEOPLE).toBeLessThanOrEqual(deaths);
    expect(new Set(received.map(({ to, id }) => `${to} ${id}`)).size).toBe(PEOPLE);
    expect(received.every(({ id }) => id)).toBe(true);
  });
}
