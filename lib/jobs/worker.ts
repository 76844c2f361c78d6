import { type Job, type JobResult, PgBoss } from "pg-boss";
import { HARVEST_QUEUE } from "#lib/harvest/schema";
import { IMPORT_QUEUE } from "#lib/imports/schema";
import { ensureQueues, SWEEP_QUEUE } from "#lib/jobs/queues";
import { sweep } from "#lib/jobs/sweep";
import { LINK_QUEUE } from "#lib/link-watch/schema";
import { deliverMail } from "#lib/mail/delivery";
import { MAIL_QUEUE } from "#lib/mail/schema";
import { type MailTransport, openTransport } from "#lib/mail/transport";
import { isStale } from "#lib/notices/outbox/queries";
import { now } from "#lib/platform/clock";
import { databaseUrl, env } from "#lib/platform/env";
import { log } from "#lib/platform/log";
import { closeQueue } from "#lib/platform/queue";

const POOL_SIZE = 4;
const SUPERVISE_SECONDS = 10;
const POLL_SECONDS = 1;
const STOP_TIMEOUT_MS = 10_000;
const BATCH = 5;

type MailJob = Job<{ id: string }>;
type SourceJob = Job<{ id: string }>;
type ImportJob = Job<{ id: string; userId: string }>;

/**
 * One message after the other: a worker that dies has at most one whose acceptance it had no time to write down,
 * hence at most one that leaves twice. Each is judged alone: one that fails does not hold the others of its batch.
 */
async function deliverAll(jobs: MailJob[], transport: MailTransport): Promise<JobResult[]> {
  const results: JobResult[] = [];
  for (const { id, data } of jobs) {
    const outcome = await deliverMail(data.id, { transport, clock: now, isStale }).catch((error: unknown) => {
      log().error({ err: error, mail: data.id }, "delivery failed");
      return "again" as const;
    });
    results.push({ id, status: outcome === "again" ? "failed" : "completed", output: { outcome } });
  }
  return results;
}

/**
 * Starts what works behind the pages: delivery of messages, the sweep of every minute, the harvest of sites, the watch of links and imports.
 * Without SMTP_URL nothing is delivered: messages and their jobs wait until a worker starts with it.
 * @returns what stops it, letting the work under way end
 */
export async function startWorker(): Promise<{ stop(): Promise<void> }> {
  await ensureQueues();
  const boss = new PgBoss({
    connectionString: databaseUrl(),
    max: POOL_SIZE,
    migrate: false,
    superviseIntervalSeconds: SUPERVISE_SECONDS,
    monitorIntervalSeconds: SUPERVISE_SECONDS,
    instanceName: "worker",
  });
  boss.on("error", (error) => log().error({ err: error }, "jobs"));
  await boss.start();
  const transport = openTransport(env());
  if (transport) {
    await boss.work(
      MAIL_QUEUE,
      {
        perJobResults: true,
        batchSize: BATCH,
        pollingIntervalSeconds: POLL_SECONDS,
        burstWhenBatchFull: true,
      },
      (jobs: MailJob[]) => deliverAll(jobs, transport),
    );
  }
  await boss.work(SWEEP_QUEUE, () => sweep(boss, { deliver: transport !== null }, now()));
  const stopping = new AbortController();
  await boss.work(HARVEST_QUEUE, async ([job]: SourceJob[]) => {
    if (!job) return;
    const { harvest } = await import("#lib/jobs/harvest");
    await harvest(job.data.id, { clock: now, signal: AbortSignal.any([job.signal, stopping.signal]) });
  });
  await boss.work(LINK_QUEUE, async ([job]: Job[]) => {
    if (!job) return;
    const { watchLinks } = await import("#lib/jobs/link-watch");
    await watchLinks({ clock: now, signal: AbortSignal.any([job.signal, stopping.signal]) });
  });
  await boss.work(IMPORT_QUEUE, { pollingIntervalSeconds: POLL_SECONDS }, async ([job]: ImportJob[]) => {
    if (!job) return;
    const { workOnImport } = await import("#lib/jobs/imports");
    await workOnImport(job.data, { clock: now, signal: AbortSignal.any([job.signal, stopping.signal]) });
  });
  return {
    async stop() {
      stopping.abort();
      await boss.stop({ timeout: STOP_TIMEOUT_MS });
      transport?.close();
      await closeQueue();
    },
  };
}
