import { readdirSync, readFileSync } from "node:fs";
import pg from "pg";
import { PROJECT_ROOT } from "#lib/platform/root";
import { chance } from "#tests/support/chance";
import { makeTemplate, ownServer } from "#tests/support/postgres";
import { databaseOn } from "#tests/support/prisma-cli";

/**
 * `npm run bench -- search`: what a search costs among 20,000 and 200,000 documents of realistic French (the words of
 * content/, as often as there), beside ILIKE and word similarity on every row. SEARCH_SIZES names other sizes.
 */

const SIZES = (process.env.SEARCH_SIZES ?? "20000,200000").split(",").map(Number);
const ROUNDS = Number(process.env.SEARCH_ROUNDS) || 60;
const BATCH = 2_000;
const TYPES = ["guide", "study", "note", "kit", "report", "book", "article"];
const PROFILES = ["elected_official", "territorial_agent", "association", "company", "adviser"];

function corpus(): string[] {
  const folder = `${PROJECT_ROOT}content`;
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".md"));
  return files.flatMap((file) => readFileSync(`${folder}/${file}`, "utf8").match(/[\p{L}’'-]+/gu) ?? []);
}

type Pace = { what: string; p50: number; p95: number };

async function fill(client: pg.Client, size: number, random: () => number): Promise<void> {
  const words = corpus();
  const some = (count: number) =>
    Array.from({ length: count }, () => words[Math.floor(random() * words.length)]).join(" ");
  // Real texts also have words of their own.
  const rare = () => `${some(1)}${Math.floor(random() * size)}`;
  const { rows } = await client.query<{ count: number }>(`SELECT count(*)::int AS count FROM "Resource"`);
  for (let start = rows[0]?.count ?? 0; start < size; start += BATCH) {
    const values = Array.from({ length: Math.min(BATCH, size - start) }, (_, index) => ({
      slug: `essai-${start + index}`,
      title: `${some(6)} ${rare()}`,
      summary: some(25),
      body: some(40),
      type: TYPES[Math.floor(random() * TYPES.length)],
      audiences: `{${PROFILES[Math.floor(random() * PROFILES.length)]}}`,
      year: 2006 + Math.floor(random() * 20),
    }));
    await client.query(
      `INSERT INTO "Resource" ("id","slug","title","type","summary","body","audiences","year","source","confidence","publishedAt","updatedAt")
       SELECT gen_random_uuid(), slug, title, type::"ResourceType", summary, body, audiences::"Profile"[], year, 'essai', 'documented', '2026-01-01', now()
       FROM jsonb_to_recordset($1::jsonb) AS r(slug text, title text, type text, summary text, body text, audiences text, year int)`,
      [JSON.stringify(values)],
    );
  }
  await client.query("VACUUM ANALYZE");
}

async function pace(what: string, queries: readonly string[], ask: (q: string) => Promise<unknown>): Promise<Pace> {
  const times: number[] = [];
  for (const q of queries) {
    const start = performance.now();
    await ask(q);
    times.push(performance.now() - start);
  }
  times.sort((a, b) => a - b);
  const at = (share: number) => times[Math.floor((times.length - 1) * share)] ?? 0;
  return { what, p50: at(0.5), p95: at(0.95) };
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
      say(`${size} documents…\n`);
      await fill(client, size, random);
      const queries = typedQueries(random, ROUNDS);
      const facets = { type: ["guide", "note"], profil: "association", annee: ["2012", "2018", "2020"] };
      const rows = [
        await pace("everything", queries, (q) => searchSite(at, siteQuery.parse({ q }), typeLexemes)),
        await pace("documents, three facets, counts", queries, (q) =>
          searchResources(at, resourceQuery.parse({ q, ...facets })),
        ),
        await pace("ILIKE on every row", queries.slice(0, 20), (q) =>
          client.query(
            `SELECT id FROM "Resource" WHERE title ILIKE $1 OR summary ILIKE $1 OR body ILIKE $1 ORDER BY title LIMIT 12`,
            [`%${q}%`],
          ),
        ),
        await pace("word similarity on every row", queries.slice(0, 10), (q) =>
          client.query(
            `SELECT id FROM "Resource" ORDER BY word_similarity($1, title || ' ' || summary || ' ' || body) DESC LIMIT 12`,
            [q],
          ),
        ),
      ];
      for (const { what, p50, p95 } of rows)
        say(`${what.padEnd(40)} p50 ${p50.toFixed(1).padStart(9)} ms   p95 ${p95.toFixed(1).padStart(9)} ms\n`);
    }
    await client.end();
    await disconnect();
  } finally {
    await server.stop();
  }
}
