import { readdirSync, readFileSync } from "node:fs";
import pg from "pg";
import { PROJECT_ROOT } from "#lib/platform/root";

const BATCH = 5_000;
const WRITERS = 2;
const TYPES = ["guide", "study", "note", "kit", "report", "book", "article"];
const PROFILES = ["elected_official", "territorial_agent", "association", "company", "adviser"];

/** The words of content/, as often as there; an address is no word. */
export function corpus(): string[] {
  const folder = `${PROJECT_ROOT}content`;
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".md"))
    .toSorted();
  return files
    .flatMap((file) => readFileSync(`${folder}/${file}`, "utf8").match(/[\p{L}’'-]+/gu) ?? [])
    .filter((word) => !/-.*-/u.test(word));
}

/** A document and its entry, as the triggers would make it; what is more is made once for all. */
const WRITE = `
  WITH made AS MATERIALIZED (
    SELECT r.*, gen_random_uuid() AS id FROM jsonb_to_recordset($1::jsonb)
      AS r(slug text, title text, type text, intent text, summary text, body text, profile text, year int)),
  documents AS (
    INSERT INTO "Resource" ("id", "slug", "title", "type", "summary", "body", "audiences", "year", "source", "confidence", "publishedAt", "updatedAt")
    SELECT id, slug, title, type::"ResourceType", summary, body, ARRAY[profile]::"Profile"[], year, 'essai', 'documented', '2026-01-01', now() FROM made)
  INSERT INTO "SearchEntry" ("noun", "itemId", "slug", "title", "lead", "text", "names", "spelling", "vector", "opens", "year", "publishedAt", "facets")
  SELECT 'resource', id, slug, title, lead, text, ARRAY[search_key(title)], search_spelling(title || ' '),
    search_vector(title, 'A') || search_vector(lead, 'B') || search_vector(text, 'C') || array_to_tsvector(ARRAY['type:' || type]),
    false, year, '2026-01-01', ARRAY['type:' || type, 'intention:' || intent, 'profil:' || profile, 'annee:' || year, 'langue:fr']
  FROM made CROSS JOIN LATERAL (SELECT concat_ws(E'\\n', summary, year) AS lead, body AS text) AS read`;

const WORDS = `
  INSERT INTO "SearchWord" SELECT search_fold(part[1]), min(lower(part[1]))
  FROM "SearchEntry", regexp_matches("title", '[[:alpha:]]{3,}', 'g') AS part GROUP BY 1 ON CONFLICT DO NOTHING`;

const INDEXES = `
  SELECT indexdef, format('%I', indexname) AS name FROM pg_indexes JOIN pg_index ON indexrelid = format('%I', indexname)::regclass
  WHERE tablename IN ('Resource', 'SearchEntry') AND NOT indisunique`;

const intentOf = (type: string) => ({ guide: "agir", kit: "agir" })[type as "guide"] ?? "s-informer";

function documents(first: number, count: number, size: number, random: () => number) {
  const words = corpus();
  const one = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const some = (length: number) => Array.from({ length }, () => one(words)).join(" ");
  return Array.from({ length: count }, (_, index) => {
    const type = one(TYPES);
    return {
      slug: `essai-${first + index}`,
      // Real texts also have words of their own.
      title: `${some(7)}${Math.floor(random() * size)}`,
      summary: some(30),
      body: some(80),
      type,
      intent: intentOf(type),
      profile: one(PROFILES),
      year: 2006 + Math.floor(random() * 20),
    };
  });
}

/** What the triggers write of a document must be what is there. */
async function compareWithTriggers(client: pg.Client): Promise<void> {
  const entry = `SELECT "title", "lead", "text", "names", "spelling", "vector"::text, "opens", "year", "facets" FROM "SearchEntry" WHERE "slug" = 'essai-1000'`;
  const { rows: before } = await client.query(entry);
  await client.query(`UPDATE "Resource" SET "slug" = "slug" WHERE "slug" = 'essai-1000'`);
  const { rows: after } = await client.query(entry);
  if (JSON.stringify(before) !== JSON.stringify(after))
    throw new Error(`The triggers write another entry:\n${JSON.stringify(before)}\n${JSON.stringify(after)}`);
}

/** Adds documents of the length and the words of real ones until there are so many. Indexes are made after. */
export async function fillLibrary(url: string, size: number, random: () => number): Promise<void> {
  const clients = Array.from({ length: WRITERS }, () => new pg.Client(url));
  // A server that is stopped in the middle says so to whoever waits for an answer.
  for (const one of clients) one.on("error", () => undefined);
  await Promise.all(clients.map((one) => one.connect()));
  const [client] = clients as [pg.Client];
  const { rows } = await client.query<{ count: number }>(`SELECT count(*)::int AS count FROM "Resource"`);
  const { rows: indexes } = await client.query<{ indexdef: string; name: string }>(INDEXES);
  for (const { name } of indexes) await client.query(`DROP INDEX ${name}`);
  let next = rows[0]?.count ?? 0;
  await Promise.all(
    clients.map(async (writer) => {
      await writer.query("SET session_replication_role = replica");
      while (next < size) {
        const first = next;
        const count = Math.min(BATCH, size - first);
        next += count;
        await writer.query(WRITE, [JSON.stringify(documents(first, count, size, random))]);
      }
      await writer.query("SET session_replication_role = origin");
    }),
  );
  await client.query(WORDS);
  for (const { indexdef } of indexes) await client.query(indexdef);
  await client.query("VACUUM ANALYZE");
  await compareWithTriggers(client);
  await Promise.all(clients.map((one) => one.end()));
}
