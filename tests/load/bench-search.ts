import { readFileSync } from "node:fs";
import pg from "pg";
import { corpus, fillLibrary } from "#tests/load/library";
import { chance } from "#tests/support/chance";
import { makeTemplate, ownServer } from "#tests/support/postgres";
import { databaseOn } from "#tests/support/prisma-cli";

/**
 * `npm run bench -- search`: what a search costs among 20,000 and 200,000 documents of realistic French (the words of
 * content/, as often as there, in documents of that length), beside ILIKE and word similarity on every row.
 * SEARCH_SIZES names other sizes, SEARCH_ROUNDS how many searches are made.
 */

const SIZES = (process.env.SEARCH_SIZES ?? "20000,200000").split(",").map(Number);
const ROUNDS = Number(process.env.SEARCH_ROUNDS) || 100;

type Pace = { what: string; elapsed: number[]; worked: number[] };

/** Milliseconds of processor that each process of the database has used; null where the system does not tell. */
async function workOf(client: pg.Client): Promise<Map<number, number> | null> {
  const { rows } = await client.query<{ pid: number }>(
    "SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND backend_type = 'client backend'",
  );
  const used = (pid: number) => Number(readFileSync(`/proc/${pid}/schedstat`, "utf8").split(" ")[0]) / 1e6;
  try {
    return new Map(rows.map(({ pid }) => [pid, used(pid)]));
  } catch {
    return null;
  }
}

async function pace(
  client: pg.Client,
  what: string,
  queries: readonly string[],
  ask: (q: string) => Promise<unknown>,
): Promise<Pace> {
  const [elapsed, worked]: [number[], number[]] = [[], []];
  for (const q of queries) {
    const before = await workOf(client);
    const start = performance.now();
    await ask(q);
    elapsed.push(performance.now() - start);
    const after = await workOf(client);
    if (before && after) worked.push([...after].reduce((sum, [pid, used]) => sum + used - (before.get(pid) ?? 0), 0));
  }
  return { what, elapsed, worked };
}

function print(say: (text: string) => void, rows: readonly Pace[]): void {
  const at = (times: readonly number[], share: number) =>
    times.toSorted((a, b) => a - b)[Math.floor((times.length - 1) * share)]?.toFixed(1) ?? "?";
  const cells = (times: readonly number[]) => [0.5, 0.95].map((share) => at(times, share).padStart(9)).join(" ");
  say(
    `${"milliseconds".padEnd(34)}${"elapsed: p50, p95".padStart(20)}${"processor of the database: p50, p95".padStart(38)}\n`,
  );
  for (const { what, elapsed, worked } of rows)
    say(`${what.padEnd(34)}${cells(elapsed).padStart(20)}${cells(worked).padStart(38)}\n`);
}

/** Words as visitors type them: one to four, some mistaken. */
function typedQueries(random: () => number, count: number): string[] {
  const words = corpus().filter((word) => word.length > 4);
  return Array.from({ length: count }, () => {
    const typed = Array.from(
      { length: 1 + Math.floor(random() * 4) },
      () => words[Math.floor(random() * words.length)] ?? "",
    );
    if (random() < 0.15) typed[0] = (typed[0] ?? "").replace(/(.{3})./, "$1");
    return typed.join(" ");
  });
}

export async function benchSearch(say: (text: string) => void): Promise<void> {
  const server = await ownServer();
  const url = databaseOn(server.adminUrl, "bench_search");
  try {
    await makeTemplate(server.adminUrl, "bench_search");
    process.env.DATABASE_URL = url;
    const client = new pg.Client(url);
    client.on("error", () => undefined);
    await client.connect();
    const [{ searchSite }, { siteQuery }, { searchResources }, { resourceQuery }, { disconnect }, { typeLexemes }] =
      await Promise.all([
        import("#lib/search/queries"),
        import("#lib/search/schema"),
        import("#lib/resources/queries"),
        import("#lib/resources/schema"),
        import("#lib/platform/db"),
        import("#lib/resources/search/queries"),
      ]);
    const at = new Date();
    for (const size of SIZES) {
      const random = chance(size);
      const start = performance.now();
      await fillLibrary(url, size, random);
      say(`${size} documents, written in ${Math.round((performance.now() - start) / 1000)} s\n`);
      const queries = typedQueries(random, ROUNDS);
      const facets = { type: ["guide", "note"], profil: "association", annee: ["2012", "2018", "2020"] };
      const everything = (q: string) => searchSite(at, siteQuery.parse({ q }), typeLexemes);
      for (const q of queries.slice(0, 10)) await everything(q);
      print(say, [
        await pace(client, "everything", queries, everything),
        await pace(client, "documents, three facets, counts", queries, (q) =>
          searchResources(at, resourceQuery.parse({ q, ...facets })),
        ),
        await pace(client, "ILIKE on every row", queries.slice(0, 20), (q) =>
          client.query(
            `SELECT id FROM "Resource" WHERE title ILIKE $1 OR summary ILIKE $1 OR body ILIKE $1 ORDER BY title LIMIT 12`,
            [`%${q}%`],
          ),
        ),
        await pace(client, "word similarity on every row", queries.slice(0, 5), (q) =>
          client.query(
            `SELECT id FROM "Resource" ORDER BY word_similarity($1, title || ' ' || summary || ' ' || body) DESC LIMIT 12`,
            [q],
          ),
        ),
      ]);
    }
    await client.end();
    await disconnect();
  } finally {
    await server.stop();
  }
}
