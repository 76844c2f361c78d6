import { PgBoss, type Queue } from "pg-boss";
import { HARVEST_QUEUE } from "#lib/harvest/schema";
import { IMPORT_QUEUE } from "#lib/imports/schema";
import { LINK_QUEUE } from "#lib/link-watch/schema";
import { MAIL_QUEUE } from "#lib/mail/schema";
import { databaseUrl } from "#lib/platform/env";

export const SWEEP_QUEUE = "sweep";

/** A worker that stops breathing for so long has died: its jobs go to another. pg-boss accepts no less than 10. */
const HEARTBEAT_SECONDS = 15;

const QUEUES: Queue[] = [
  {
    name: MAIL_QUEUE,
    // One live job per message, whoever sends it again.
    policy: "exclusive",
    heartbeatSeconds: HEARTBEAT_SECONDS,
    // A batch is delivered one message after the other, each with a server that may be slow.
    expireInSeconds: 900,
    // The message's own row says when to give up; the queue only sets the pace.
    retryLimit: 1000,
    retryDelay: 5,
    retryBackoff: true,
    // Ten minutes after a mail server is back everything has left: nine to wait at most, and one to leave.
    retryDelayMax: 540,
    deleteAfterSeconds: 86_400,
  },
  {
    name: SWEEP_QUEUE,
    policy: "exclusive",
    heartbeatSeconds: HEARTBEAT_SECONDS,
    // Taken over when its worker died; one that fails otherwise is done again by the next one.
    retryLimit: 1,
    retryDelay: 0,
    deleteAfterSeconds: 86_400,
  },
  {
    name: HARVEST_QUEUE,
    // One live passage per source.
    policy: "exclusive",
    heartbeatSeconds: HEARTBEAT_SECONDS,
    expireInSeconds: 1_800,
    // For workers that stop or die: what a site does wrong is an end like another.
    retryLimit: 3,
    retryDelay: 0,
    deleteAfterSeconds: 86_400,
  },
  {
    name: IMPORT_QUEUE,
    // One live job per import.
    policy: "exclusive",
    heartbeatSeconds: HEARTBEAT_SECONDS,
    // Twenty thousand documents, one after the other.
    expireInSeconds: 14_400,
    retryLimit: 3,
    retryDelay: 0,
    deleteAfterSeconds: 86_400,
  },
  {
    name: LINK_QUEUE,
    policy: "exclusive",
    heartbeatSeconds: HEARTBEAT_SECONDS,
    expireInSeconds: 3_600,
    // The next sweep asks again.
    retryLimit: 0,
    deleteAfterSeconds: 86_400,
  },
];

/**
 * Creates or updates the tables of the jobs, the queues and their schedule. Safe to call again, and from several processes.
 * It must have run before a page writes a job.
 */
export async function ensureQueues(): Promise<void> {
  const boss = new PgBoss({
    connectionString: databaseUrl(),
    max: 1,
    supervise: false,
    schedule: false,
    registerInstance: false,
  });
  await boss.start();
  try {
    for (const { name, policy, ...settings } of QUEUES) {
      await boss.createQueue(name, { policy, ...settings });
      await boss.updateQueue(name, settings);
    }
    await boss.schedule(SWEEP_QUEUE, "* * * * *");
  } finally {
    await boss.stop({ graceful: false });
  }
}
