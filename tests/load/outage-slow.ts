import { afterAll, beforeAll, expect, test } from "vitest";
import { tally, trickle, verdict } from "#tests/support/crowd";
import { type MailSink, mailSink, recipientsOf } from "#tests/support/mail-sink";
import { dataFolder, type Portal, removeFolder, startPortal } from "#tests/support/portal";
import { busyness } from "#tests/support/scale";
import { type Witness, witness } from "#tests/support/witness";
import { until } from "#tests/support/workers";

/** R12. A server that greets so late is left before; one that answers so late is waited for. */
const SLOW_MS = 30_000;
/** People who come while the servers are slow, at least. */
const MANY = 8;
/** The least that one waits for a mail server that keeps quiet: of people who did, few would have their turn. */
const PATIENCE_MS = 10_000;
const DELIVERY_LIMIT_MS = 120_000;

let dataDir: string;
let portal: Portal;
let worker: Portal;
let database: Witness;
let greeter: MailSink;
let answerer: MailSink;

async function count(condition: string): Promise<number> {
  const [row] = await database.rows<{ count: number }>(
    `SELECT count(*)::int AS "count" FROM "OutgoingMail" WHERE ${condition}`,
  );
  return row?.count ?? 0;
}

/** Pages share a process with deliveries to a server that is slow to greet; another worker has one slow to answer. */
export function slowServersHoldNobody(): void {
  beforeAll(async () => {
    [dataDir, greeter, answerer] = await Promise.all([dataFolder(), mailSink(), mailSink()]);
    greeter.answer({ delay: SLOW_MS, step: "greeting" });
    answerer.answer({ delay: SLOW_MS });
    portal = await startPortal({ dataDir, env: { SMTP_URL: greeter.url } });
    const env = { ROLE: "worker", DATABASE_URL: portal.databaseUrl, SMTP_URL: answerer.url };
    worker = await startPortal({ dataDir, env });
    database = await witness(portal.databaseUrl);
  });
  afterAll(async () => {
    await database?.end();
    await worker?.stop();
    await portal?.stop();
    await Promise.all([greeter?.close(), answerer?.close()]);
    await removeFolder(dataDir);
  });

  test("one to greet, one to answer: nobody who registers waits, each is written to once", async () => {
    const slug = await database.newSession(null);
    const trips = await trickle(portal.url, slug, (come) => answerer.messages.length === 0 || come < MANY);
    // More were answered than messages have left: nobody waits for theirs.
    expect(answerer.messages.length).toBeLessThan(trips.length / 2);
    answerer.answer("accept");
    expect(await count(`"lastError" LIKE '%Greeting never received%'`)).toBeGreaterThan(0);

    expect(tally(trips.map(({ answer }) => verdict(answer)))).toEqual({ in: trips.length });
    expect(trips.length).toBeGreaterThanOrEqual(MANY);
    expect(Math.max(...trips.map(({ sent, answered }) => answered - sent))).toBeLessThan(PATIENCE_MS * busyness());

    greeter.answer("accept");
    await until("everything has left", DELIVERY_LIMIT_MS, async () => (await count(`"status" = 'queued'`)) === 0);
    const received = [...greeter.messages, ...answerer.messages];
    expect(received.flatMap(recipientsOf).sort()).toEqual(trips.map(({ typed }) => typed.email).sort());
  });
}
