import { PgBoss } from "pg-boss";
import { expect, test } from "vitest";
import { sweep } from "#lib/jobs/sweep";
import { startWorker } from "#lib/jobs/worker";
import { LINK_QUEUE } from "#lib/link-watch/schema";
import { db } from "#lib/platform/db";
import { databaseUrl } from "#lib/platform/env";
import { AT, DAY, later } from "#tests/support/clock";
import { makePage } from "#tests/support/factories";
import { readLocalSites } from "#tests/support/harvest";
import { withQueues } from "#tests/support/registrations";
import { webSite } from "#tests/support/web-site";

withQueues();

test("the sweep asks once for links that are due, and the worker checks them", async () => {
  const site = await webSite({ "/a": "" });
  readLocalSites(true);
  const url = `${site.origin}/a`;
  const { id } = await makePage({ body: `[lien](${url})` });
  await db.watchedLink.create({ data: { url, heldBy: [`page/${id}`], seenAt: AT, nextAt: later(-400 * DAY) } });
  const boss = new PgBoss({
    connectionString: databaseUrl(),
    max: 1,
    supervise: false,
    schedule: false,
    migrate: false,
  });
  await boss.start();
  try {
    await sweep(boss, { deliver: false }, AT);
    await sweep(boss, { deliver: false }, AT);
    expect(await boss.findJobs(LINK_QUEUE)).toHaveLength(1);
    const worker = await startWorker();
    try {
      const state = async () => (await db.watchedLink.findUniqueOrThrow({ where: { url } })).state;
      await expect.poll(state, { timeout: 60_000, interval: 100 }).toBe("ok");
    } finally {
      await worker.stop();
    }
    expect(site.asked).toEqual(["/a"]);
  } finally {
    await boss.stop({ graceful: false });
    readLocalSites(false);
    await site.close();
  }
});
