import { PgBoss } from "pg-boss";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { ensureQueues } from "#lib/jobs/queues";
import { sweep } from "#lib/jobs/sweep";
import { startWorker } from "#lib/jobs/worker";
import { MAX_ATTEMPTS } from "#lib/mail/delivery";
import { enqueueMail } from "#lib/mail/outbox-mutations";
import { db } from "#lib/platform/db";
import { databaseUrl, rereadEnv } from "#lib/platform/env";
import { AT, HOUR, later } from "#tests/support/clock";
import { makeWebinar } from "#tests/support/factories";
import { type MailSink, mailSink } from "#tests/support/mail-sink";
import { liveJobs, mails, registered, withQueues } from "#tests/support/registrations";

withQueues();

const PATIENCE = { timeout: 15_000, interval: 100 };

async function inService(smtpUrl: string | undefined, work: () => Promise<void>): Promise<void> {
  if (smtpUrl) process.env.SMTP_URL = smtpUrl;
  else delete process.env.SMTP_URL;
  rereadEnv();
  const worker = await startWorker();
  try {
    await work();
  } finally {
    await worker.stop();
    delete process.env.SMTP_URL;
    rereadEnv();
  }
}

const states = async () => (await mails()).map(({ status }) => status);

describe("delivery", () => {
  let sink: MailSink;
  beforeEach(async () => {
    sink = await mailSink();
  });
  afterEach(() => sink.close());

  test("a registration's message reaches its reader", async () => {
    const { slug } = await makeWebinar();
    await inService(sink.url, async () => {
      await registered(slug);
      await sink.waitFor("elodie@exemple.fr");
      await expect.poll(liveJobs, PATIENCE).toEqual([]);
    });
    expect(await states()).toEqual(["sent"]);
  });

  test("without a mail server nothing is tried; once there is one, everything leaves", async () => {
    const { slug } = await makeWebinar();
    await registered(slug);
    await inService(undefined, () => new Promise((resolve) => setTimeout(resolve, 2500)));
    expect(await mails()).toMatchObject([{ status: "queued", attempts: 0 }]);
    expect(await liveJobs()).toMatchObject([{ state: "created" }]);
    await inService(sink.url, async () => {
      await sink.waitFor("elodie@exemple.fr");
      await expect.poll(states, PATIENCE).toEqual(["sent"]);
    });
  });

  test("an accident is tried again after a pause; a refusal is not", async () => {
    const { slug } = await makeWebinar();
    sink.answer({ code: 451, message: "later" });
    await registered(slug);
    await inService(sink.url, async () => {
      await expect.poll(async () => (await mails())[0]?.attempts, PATIENCE).toBe(1);
      await expect.poll(liveJobs, PATIENCE).toMatchObject([{ state: "retry" }]);
      const [job] = await liveJobs();
      expect(job?.delay).toBeGreaterThan(1);
      expect(job?.delay).toBeLessThan(11);
    });
    sink.answer({ code: 550, message: "no" });
    await inService(sink.url, async () => {
      await expect.poll(states, { ...PATIENCE, timeout: 18_000 }).toEqual(["failed"]);
      await expect.poll(liveJobs, PATIENCE).toEqual([]);
    });
    expect(sink.attempts()).toBe(2);
  }, 60_000);

  test("two workers send each message once", async () => {
    const { slug } = await makeWebinar({ capacity: null });
    const addresses = Array.from({ length: 12 }, (_, index) => `personne.${index}@exemple.fr`);
    for (const email of addresses) await registered(slug, { email });
    await inService(sink.url, () =>
      inService(sink.url, async () => {
        await expect.poll(async () => new Set(await states()), PATIENCE).toEqual(new Set(["sent"]));
      }),
    );
    expect(sink.messages).toHaveLength(12);
  });
});

describe("the pace of the queue", () => {
  test("grows from seconds to nine minutes, never more, and lasts for 72 hours", async () => {
    const [settings] = await db.$queryRaw<object[]>`
      SELECT retry_delay, retry_backoff, retry_delay_max, policy FROM pgboss.queue WHERE name = 'mail.deliver'`;
    expect(settings).toEqual({ retry_delay: 5, retry_backoff: true, retry_delay_max: 540, policy: "exclusive" });
    // The shortest that chance makes them.
    const pauses = Array.from({ length: MAX_ATTEMPTS - 1 }, (_, tries) => Math.min(5 * 2 ** tries, 540));
    const hours = pauses.reduce((sum, seconds) => sum + seconds) / (HOUR / 1000);
    expect(hours).toBeGreaterThanOrEqual(72);
    expect(hours).toBeLessThan(73);
  });

  test("preparing the queues again changes nothing", async () => {
    const read = () => db.$queryRaw<object[]>`SELECT name, policy, retry_limit FROM pgboss.queue ORDER BY name`;
    const before = await read();
    await Promise.all([ensureQueues(), ensureQueues()]);
    expect(await read()).toEqual(before);
  });
});

describe("the sweep", () => {
  let boss: PgBoss;
  beforeEach(async () => {
    boss = new PgBoss({ connectionString: databaseUrl(), max: 1, supervise: false, schedule: false, migrate: false });
    await boss.start();
  });
  afterEach(() => boss.stop({ graceful: false }));

  const mail = { kind: "registration-confirmed", to: "a@exemple.fr", subject: "S", text: "T", html: "H" };

  test("gives a job to what waits without one, and only to that", async () => {
    const lost = await db.$transaction((tx) => enqueueMail(tx, { ...mail, priority: 1 }, AT));
    await db.$executeRaw`DELETE FROM pgboss.job WHERE name = 'mail.deliver'`;
    const alive = await db.$transaction((tx) => enqueueMail(tx, { ...mail, priority: 1 }, AT));
    await db.outgoingMail.create({ data: { ...mail, status: "sent", createdAt: AT } });
    await sweep(boss, { deliver: true }, later(HOUR));
    await sweep(boss, { deliver: true }, later(HOUR));
    expect((await liveJobs()).map(({ key }) => key).sort()).toEqual([lost, alive].sort());
  });

  test("leaves alone what has just been written, and everything when nothing is delivered", async () => {
    await db.$transaction((tx) => enqueueMail(tx, { ...mail, priority: 1 }, AT));
    await db.$executeRaw`DELETE FROM pgboss.job WHERE name = 'mail.deliver'`;
    await sweep(boss, { deliver: true }, AT);
    await sweep(boss, { deliver: false }, later(HOUR));
    expect(await liveJobs()).toEqual([]);
  });
});
