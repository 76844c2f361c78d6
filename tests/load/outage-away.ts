import { afterAll, beforeAll, expect, test } from "vitest";
import { enqueueMail } from "#lib/mail/outbox-mutations";
import { db, disconnect } from "#lib/platform/db";
import { freePort } from "#lib/platform/embedded-postgres";
import { closeQueue, prepareQueue } from "#lib/platform/queue";
import { pause } from "#tests/support/chance";
import { AT, DAY, later } from "#tests/support/clock";
import { tally, trickle, verdict } from "#tests/support/crowd";
import { makeWebinar } from "#tests/support/factories";
import { type MailSink, mailSink } from "#tests/support/mail-sink";
import type { Portal } from "#tests/support/portal";
import { openWorkshop, until, type Workshop } from "#tests/support/workers";

const QUEUED = 500;
/** An hour in a quarter of a minute: only the queue's clock is hurried, the rule that it follows is the real one. */
const SPEED = 240;
const HOUR_MS = 3_600_000 / SPEED;
const STEP_MS = 250;
/** R11: everything has left ten minutes after the server is back. Nine to wait at most, and the seconds in which they leave. */
const LONGEST_PAUSE_SECONDS = 540;
const DELIVERY_LIMIT_MS = 120_000;
/** The hour lasts until so many have come, however busy others keep the machine. */
const FEW = 6;

let workshop: Workshop;
let portal: Portal;
let smtpPort: number;
let sink: MailSink | undefined;
let hurry: NodeJS.Timeout;

/** Makes the time of waiting deliveries pass faster, by what has passed since it was last asked. */
function hurried(): () => Promise<void> {
  let last = performance.now();
  return async () => {
    const passed = (performance.now() - last) / 1000;
    last = performance.now();
    await db.$executeRaw`
      UPDATE pgboss.job SET start_after = start_after - make_interval(secs => ${passed * (SPEED - 1)})
      WHERE name = 'mail.deliver' AND state IN ('created', 'retry') AND start_after > now()`;
  };
}

async function queue(count: number, name: string): Promise<void> {
  const mail = { kind: "announcement", priority: 0, subject: "S", text: "T", html: "H" };
  await db.$transaction(
    async (tx) => {
      for (let index = 0; index < count; index++) {
        const to = `${name}.${index}@exemple.fr`;
        await enqueueMail(tx, { ...mail, to, emailKey: to }, AT);
      }
    },
    { timeout: 60_000 },
  );
}

const waiting = () => db.outgoingMail.count({ where: { status: "queued" } });
/** Pages share a process with deliveries, as on one machine; two more workers stand beside. */
export function outageLosesNothing(): void {
  beforeAll(async () => {
    workshop = await openWorkshop();
    smtpPort = await freePort();
    const settings = { smtpUrl: `smtp://127.0.0.1:${smtpPort}`, clock: AT };
    // The first one makes the tables.
    portal = await workshop.start("portal", { ...settings, pages: true });
    await Promise.all(["worker-1", "worker-2"].map((name) => workshop.start(name, settings)));
    await prepareQueue();
    const pass = hurried();
    hurry = setInterval(() => void pass().catch(() => undefined), STEP_MS);
  });
  afterAll(async () => {
    clearInterval(hurry);
    await sink?.close();
    await closeQueue();
    await disconnect();
    await workshop?.close();
  });

  test("without tries or sweeps, what meets an outage is lost: the test below can fail", async () => {
    await db.$executeRaw`UPDATE pgboss.queue SET retry_limit = 0 WHERE name = 'mail.deliver'`;
    const [schedule] = await db.$queryRaw<{ cron: string }[]>`DELETE FROM pgboss.schedule RETURNING cron`;
    await queue(20, "lost");
    await until("each was tried", 30_000, async () => (await db.outgoingMail.count({ where: { attempts: 1 } })) === 20);
    const own = await mailSink(undefined, { port: smtpPort });
    await pause(HOUR_MS / 3);
    expect(own.attempts()).toBe(0);
    await own.close();
    expect(await waiting()).toBe(20);

    await db.outgoingMail.deleteMany();
    await db.$executeRaw`UPDATE pgboss.queue SET retry_limit = 1000 WHERE name = 'mail.deliver'`;
    await db.$executeRaw`INSERT INTO pgboss.schedule (name, cron) VALUES ('sweep', ${schedule?.cron ?? ""})`;
  });

  test(`a mail server that is away for an hour costs none of ${QUEUED} messages, and no registration`, async () => {
    const { slug } = await makeWebinar({ capacity: null, startsAt: later(20 * DAY) });
    await queue(QUEUED, "queued");
    let away = true;
    const registering = trickle(portal.url, slug, (come) => away || come < FEW);
    await pause(HOUR_MS);
    away = false;
    const trips = await registering;
    // The server is still away: nobody who was answered has waited for it.
    expect(tally(trips.map(({ answer }) => verdict(answer)))).toEqual({ in: trips.length });
    expect(trips.length).toBeGreaterThanOrEqual(FEW);
    expect(await db.outgoingMail.count({ where: { status: { not: "queued" } } })).toBe(0);
    const [{ longest } = { longest: Number.NaN }] = await db.$queryRaw<{ longest: number }[]>`
    SELECT max(extract(epoch FROM start_after - now()))::float8 AS "longest" FROM pgboss.job
    WHERE name = 'mail.deliver' AND state = 'retry'`;
    expect(longest).toBeLessThanOrEqual(LONGEST_PAUSE_SECONDS);

    sink = await mailSink(undefined, { port: smtpPort });
    await until("everything has left", DELIVERY_LIMIT_MS, async () => (await waiting()) === 0);
    const expected = QUEUED + trips.length;
    expect(sink.messages).toHaveLength(expected);
    expect(new Set(sink.messages.map(({ messageId }) => messageId)).size).toBe(expected);
    expect(await db.outgoingMail.count({ where: { status: "sent" } })).toBe(expected);
  });
}
