import { PgBoss } from "pg-boss";
import { SWEEP_QUEUE } from "#lib/jobs/queues";

const PAUSE_MS = 500;
const pause = () => new Promise((resolve) => setTimeout(resolve, PAUSE_MS));

/** What the portal does every minute, done now: once this returns, a whole sweep has begun and ended since it was asked. */
export async function sweepNow(): Promise<void> {
  const boss = new PgBoss({
    connectionString: process.env.E2E_DATABASE_URL ?? "",
    max: 1,
    migrate: false,
    supervise: false,
    schedule: false,
    registerInstance: false,
  });
  await boss.start();
  try {
    let id: string | null = null;
    // There is one at a time: while another is under way, none is accepted.
    while (!id) {
      id = await boss.send(SWEEP_QUEUE);
      if (!id) await pause();
    }
    for (;;) {
      const [job] = await boss.findJobs(SWEEP_QUEUE, { id });
      if (job?.state === "failed") throw new Error("the sweep failed");
      if (job?.state === "completed") return;
      await pause();
    }
  } finally {
    await boss.stop({ graceful: false });
  }
}
