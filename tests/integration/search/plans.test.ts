import pg from "pg";
import { afterEach, beforeEach, expect, test } from "vitest";
import { listItems } from "#lib/items/queries";
import { listQuery } from "#lib/items/schema";
import { listMails } from "#lib/mail/queries";
import { disconnect } from "#lib/platform/db";
import { databaseUrl } from "#lib/platform/env";
import { searchResources } from "#lib/resources/queries";
import { resourceQuery } from "#lib/resources/schema";
import { typeLexemes } from "#lib/resources/search/queries";
import { searchSite } from "#lib/search/queries";
import { siteQuery } from "#lib/search/schema";
import { AT } from "#tests/support/clock";
import { makeEditor, makeResource } from "#tests/support/factories";

const TABLES = ["SearchEntry", "SearchWord", "OutgoingMail"];

let watcher: pg.Client;
beforeEach(async () => {
  await disconnect();
  watcher = new pg.Client(databaseUrl());
  await watcher.connect();
});
afterEach(() => watcher.end());

const sessions = async (): Promise<number[]> => {
  const { rows } = await watcher.query<{ pid: number }>(
    "SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND backend_type = 'client backend'",
  );
  return rows.map(({ pid }) => pid);
};

const COUNTS = { readings: "seq_scan", rows: "seq_tup_read + coalesce(idx_tup_fetch, 0)" };
type Counted = keyof typeof COUNTS;

/** How often each table was read from end to end, or how many of its rows were. */
async function counts(what: Counted): Promise<Record<string, number>> {
  const { rows } = await watcher.query<{ relname: string; count: string }>(
    `SELECT relname, ${COUNTS[what]} AS count FROM pg_stat_user_tables WHERE relname = ANY($1)`,
    [TABLES],
  );
  return Object.fromEntries(rows.map(({ relname, count }) => [relname, Number(count)]));
}

/** Words that many say, that few say, that nothing says, that were mistaken; in a question, of a type, left out. */
const TYPED = [
  "alliance",
  "alliance territoire",
  "guide alliance -rural",
  "comment faire alliance sur un territoire isolé",
  "aliance",
  "zzxxyyqq",
  "« alliance rurale »",
  "territ",
];

/** What some work adds to them. */
async function addedBy(work: () => Promise<unknown>, what: Counted): Promise<Record<string, number>> {
  await watcher.query("SELECT pg_stat_force_next_flush()");
  await disconnect();
  const others = await sessions();
  const before = await counts(what);
  await work();
  // A session tells what it read as it ends.
  await disconnect();
  const ours = async () => (await sessions()).filter((pid) => !others.includes(pid));
  await expect.poll(ours, { timeout: 60_000 }).toEqual([]);
  const after = await counts(what);
  return Object.fromEntries(TABLES.map((table) => [table, (after[table] ?? 0) - (before[table] ?? 0)]));
}

const NONE = { SearchEntry: 0, SearchWord: 0, OutgoingMail: 0 };

test("whatever is typed, no table is read from end to end", { timeout: 120_000 }, async () => {
  await watcher.query(
    `INSERT INTO "SearchEntry" ("noun", "itemId", "slug", "title", "lead", "text", "names", "spelling", "vector", "opens", "publishedAt", "facets")
    SELECT 'resource', gen_random_uuid(), 'essai-' || n, title, '', '', '{}', search_spelling(title), search_vector(title, 'A'),
      n % 2 = 0, $1, ARRAY['type:' || CASE WHEN n % 3 = 0 THEN 'guide' ELSE 'note' END]
    FROM (SELECT n, concat_ws(' ', translate(left(md5(n::text), 9), '0123456789', 'ghijklmnop'),
      CASE WHEN n % 4 = 0 THEN 'alliance' END, CASE WHEN n % 7 = 0 THEN 'territoire' END, CASE WHEN n % 50 = 0 THEN 'rural' END) AS title
      FROM generate_series(1, 6000) AS n) AS made`,
    [AT],
  );
  await watcher.query(`ANALYZE "SearchEntry", "SearchWord"`);
  const editor = await makeEditor();
  const search = async () => {
    for (const q of TYPED) {
      await searchSite(AT, siteQuery.parse({ q }), typeLexemes);
      await searchResources(AT, resourceQuery.parse({ q, type: "guide", acces: "en-ligne" }));
    }
  };
  expect(await addedBy(search, "readings")).toEqual(NONE);
  await makeResource();
  const list = () => listItems(editor, "resource", listQuery.parse({ q: "alliance rural" }), AT);
  expect((await addedBy(list, "rows")).SearchEntry).toBeLessThan(1_000);
});

test("the messages to somebody are found without reading all of them", { timeout: 120_000 }, async () => {
  await watcher.query(
    `INSERT INTO "OutgoingMail" ("id", "kind", "to", "emailKey", "subject", "text", "html")
    SELECT gen_random_uuid(), 'survey', key, key, '', repeat('x', 1000), ''
    FROM (SELECT translate(md5(n::text), '0123456789', 'ghijklmnop') || '@exemple.fr' AS key FROM generate_series(1, 6000) AS n) AS made`,
  );
  await watcher.query(`VACUUM ANALYZE "OutgoingMail", "Registration"`);
  const editor = await makeEditor();
  const search = async () => {
    for (const q of ["camille.durand@exemple.fr", "camille durand"]) await listMails(editor, { q });
  };
  expect((await addedBy(search, "rows")).OutgoingMail).toBeLessThan(1_000);
});
