import { PgBoss } from "pg-boss";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { addSource, changeSource } from "#lib/harvest/mutations";
import { listSources } from "#lib/harvest/queries";
import { HARVEST_QUEUE } from "#lib/harvest/schema";
import { sweep } from "#lib/jobs/sweep";
import { startWorker } from "#lib/jobs/worker";
import { db } from "#lib/platform/db";
import { databaseUrl } from "#lib/platform/env";
import { AT, DAY, HOUR, later } from "#tests/support/clock";
import { makeCentre, makeEditor, unknownId } from "#tests/support/factories";
import { makeSource, proposals, readLocalSites } from "#tests/support/harvest";
import { expectOrder } from "#tests/support/order";
import { withQueues } from "#tests/support/registrations";
import { type WebSite, webSite } from "#tests/support/web-site";

withQueues();

const PATIENCE = { timeout: 60_000, interval: 100 };
const jobs = async () =>
  (
    await db.$queryRaw<{ key: string }[]>`
      SELECT singleton_key AS "key" FROM pgboss.job WHERE name = ${HARVEST_QUEUE} AND state < 'completed'`
  ).map(({ key }) => key);
const acts = async () => (await db.auditEntry.findMany({ orderBy: { id: "asc" } })).map(({ action }) => action);
const stateOf = async (id: string) => (await db.harvestSource.findUniqueOrThrow({ where: { id } })).state;

describe("a source", () => {
  let site: WebSite;
  beforeAll(async () => {
    site = await webSite({});
    readLocalSites(true);
  });
  afterAll(async () => {
    readLocalSites(false);
    await site.close();
  });

  test("that is added is read at once by the worker, and tells what it found", async () => {
    site.pages = { "/flux": "<rss><channel><item><title>Un guide</title><link>/a</link></item></channel></rss>" };
    const editor = await makeEditor();
    const { id: centreId, name } = await makeCentre();
    const added = await addSource(editor, { centreId, url: `${site.origin}/flux` }, AT);
    if (!added.ok) throw new Error(added.reason);
    expect(await jobs()).toEqual([added.id]);
    const worker = await startWorker();
    try {
      await expect.poll(() => stateOf(added.id), PATIENCE).toBe("done");
    } finally {
      await worker.stop();
    }
    expect(await listSources(editor)).toMatchObject([
      {
        id: added.id,
        centre: name,
        kind: "feed",
        report: "1\u00A0page lue, dont 1\u00A0nouvelle.",
        pending: 1,
        total: 1,
      },
    ]);
    expect(await proposals()).toMatchObject([{ title: "Un guide", type: "guide" }]);
    expect(await acts()).toEqual(["harvest.source-add"]);
  });

  test("is added once, whatever the spelling of its address, and for a centre that exists", async () => {
    const editor = await makeEditor();
    const { id: centreId } = await makeCentre();
    const add = (url: string, centre = centreId) => addSource(editor, { centreId: centre, url }, AT);
    expect(await add("https://www.centre.example/")).toMatchObject({ ok: true });
    expect(await add("http://centre.example")).toEqual({ ok: false, reason: "known" });
    expect(await add("https://autre.example", unknownId())).toEqual({ ok: false, reason: "unknown" });
    expect(await jobs()).toHaveLength(1);
  });
});

describe("a passage", () => {
  test("that is asked for twice is made once, and not while another runs", async () => {
    const editor = await makeEditor();
    const { id } = await makeSource("https://centre.example/");
    await db.harvestSource.update({ where: { id }, data: { state: "done" } });
    expect(await changeSource(editor, id, "passage", AT)).toEqual({ ok: true });
    expect(await changeSource(editor, id, "passage", AT)).toEqual({ ok: true });
    expect([await stateOf(id), await jobs()]).toEqual(["waiting", [id]]);

    const running = (startedAt: Date) =>
      db.harvestSource.update({ where: { id }, data: { state: "running", startedAt } });
    await running(later(-HOUR));
    await changeSource(editor, id, "passage", AT);
    expect(await stateOf(id)).toBe("running");
    await running(later(-HOUR - 1));
    await changeSource(editor, id, "passage", AT);
    expect(await stateOf(id)).toBe("waiting");
  });

  test("of a week is asked for by the sweep, of no paused source", async () => {
    const boss = new PgBoss({
      connectionString: databaseUrl(),
      max: 1,
      supervise: false,
      schedule: false,
      migrate: false,
    });
    await boss.start();
    const due = async (url: string, nextAt: Date | null) => {
      const { id } = await makeSource(url);
      await db.harvestSource.update({ where: { id }, data: { nextAt } });
      return id;
    };
    const id = await due("https://un.example/", AT);
    await due("https://deux.example/", later(1));
    await due("https://trois.example/", null);
    await sweep(boss, { deliver: false }, AT);
    await sweep(boss, { deliver: false }, AT);
    expect(await jobs()).toEqual([id]);
    await boss.stop({ graceful: false });
  });
});

test("sources stand by centre, and those of one centre in the order in which they were added", async () => {
  const editor = await makeEditor();
  const [second, first] = [await makeCentre({ position: 2 }), await makeCentre({ position: 1 })];
  await expectOrder(
    ["https://d.example/", "https://a.example/", "https://c.example/", "https://b.example/"],
    async (url, rank) => {
      const { id } = await makeSource(url, rank < 2 ? first.id : second.id);
      await db.harvestSource.update({ where: { id }, data: { createdAt: later(rank) } });
    },
    async () => (await listSources(editor)).map(({ url }) => url),
  );
});

test("a source is paused, resumed and deleted with its proposals, each act in the journal; drafts stay", async () => {
  const editor = await makeEditor();
  const { id } = await makeSource("https://centre.example/");
  const nextAt = async () => (await db.harvestSource.findUniqueOrThrow({ where: { id } })).nextAt;
  await changeSource(editor, id, "resume", AT);
  expect(await nextAt()).toEqual(later(7 * DAY));
  await changeSource(editor, id, "pause", AT);
  expect(await nextAt()).toBeNull();
  const row = {
    url: "https://centre.example/a",
    key: "a",
    title: "A",
    summary: "",
    type: "guide",
    foundAt: AT,
  } as const;
  await db.harvestProposal.create({ data: { ...row, sourceId: id } });
  expect(await changeSource(editor, id, "delete", AT)).toEqual({ ok: true });
  expect(await db.harvestProposal.count()).toBe(0);
  expect(await changeSource(editor, id, "passage", AT)).toEqual({ ok: false, reason: "unknown" });
  expect(await acts()).toEqual(["harvest.source-resume", "harvest.source-pause", "harvest.source-delete"]);
});
