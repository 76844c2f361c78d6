import { CARDS, EDITORIAL_NOUNS, type EditorialNoun } from "#lib/nouns/cards";
import { db } from "#lib/platform/db";
import { visibleSql } from "#lib/publication/visibility";
import { extractSql, piecesOf } from "#lib/search/extracts";
import { intentOf, scoreSql, TIES } from "#lib/search/ranking";
import type { Correction, FoundEntry, SiteQuery, SiteResults } from "#lib/search/schema";
import { servicesFor } from "#lib/search/services";
import { answersSql, type TextQuery, textQuery, type Written, written } from "#lib/search/text-query";
import type { Vocabulary } from "#lib/search/words";
import { Prisma } from "#prisma/client";

const FIRST = 3;
const OF_A_NATURE = 3;
const PER_PAGE = 20;
/** Of a nature that answers more often, only so many are ranked, those whose title answers among them. */
const SCORED = 300;
/** Letters of the text that a page may show. */
const SHOWN = 400;
/** Past so many, a term tells nothing more. */
const COUNTED = 1000;
/** How much a word looks like one that is known (pg_trgm): « hibridation » 0.5. */
const LIKENESS = 0.4;

const NOTHING: SiteResults = {
  services: [],
  first: [],
  groups: [],
  total: 0,
  pageCount: 1,
  corrections: [],
  unknown: [],
  near: false,
};

export const synonyms = async (): Promise<string[][]> =>
  (await db.synonymGroup.findMany({ orderBy: { position: "asc" } })).map(({ words }) => words);

type Known = Written & { frequency: number; begun: boolean; meant: string | null };

/** How many entries say each term; of a term that none says, the nearest word of a title. */
async function knownTerms({ terms }: TextQuery, at: Date): Promise<Known[]> {
  const each = terms.map(
    ({ query, own, loose, typed }, rank) => Prisma.sql`
      SELECT ${rank}::int AS "rank", ${typed}::text AS "typed", (${query})::text AS "query",
        (${own})::text AS "own", (${loose})::text AS "loose", (SELECT count(*)::int FROM (
        SELECT FROM "SearchEntry" e WHERE ${visibleSql(at, "e")} AND e."vector" @@ ${query} LIMIT ${COUNTED}) AS said) AS "frequency",
        EXISTS (SELECT FROM "SearchEntry" e WHERE ${visibleSql(at, "e")} AND e."vector" @@ ${loose}) AS "begun"`,
  );
  return db.$queryRaw<Known[]>`
    WITH configured AS MATERIALIZED (
      SELECT set_config('pg_trgm.word_similarity_threshold', ${String(LIKENESS)}, true) AS "threshold"),
    asked AS MATERIALIZED (${Prisma.join(each, " UNION ALL ")})
    SELECT asked."frequency", asked."begun", asked."query", asked."own", asked."loose", near."word" AS "meant"
    FROM configured CROSS JOIN asked LEFT JOIN LATERAL (
      SELECT w."word" FROM (
        SELECT e."title", e."names" FROM "SearchEntry" e
        WHERE configured."threshold" IS NOT NULL AND asked."frequency" = 0 AND length(asked."typed") > 3
          AND ${visibleSql(at, "e")} AND search_fold(asked."typed") <% e."spelling"
        ORDER BY word_similarity(search_fold(asked."typed"), e."spelling") DESC, e."itemId" LIMIT 20) AS titled
      CROSS JOIN LATERAL regexp_split_to_table(titled."title", '[^[:alnum:]]+') AS w("word")
      WHERE similarity(search_fold(w."word"), search_fold(asked."typed")) >= ${LIKENESS}
      ORDER BY similarity(search_fold(w."word"), search_fold(asked."typed")) DESC, length(w."word"), w."word" LIMIT 1
    ) AS near ON true ORDER BY asked."rank"`;
}

export type Understood = {
  text: TextQuery;
  frequencies: number[];
  corrections: Correction[];
  /** Words that no page says and that look like none. */
  unknown: string[];
};

const isName = (word: string) => /^\p{Lu}\p{Ll}/u.test(word);

/**
 * What was typed, once its slips are mended and what no page says is left out; null when nothing is left, or when a name
 * that nobody knows was asked in a few words.
 */
export async function understood(typed: string, vocabulary: Vocabulary, at: Date): Promise<Partial<Understood>> {
  const text = textQuery(typed, vocabulary);
  if (!text) return {};
  const known = await knownTerms(text, at);
  if (known.every(({ frequency }) => frequency > 0))
    return {
      text: written(text, known),
      frequencies: known.map(({ frequency }) => frequency),
      corrections: [],
      unknown: [],
    };
  const corrections: Correction[] = [];
  const unknown: string[] = [];
  const begunBy = new Set<string>();
  let mended = typed;
  for (const [rank, { typed: word, isQuoted }] of text.terms.entries()) {
    const { frequency = 0, begun = false, meant = null } = known[rank] ?? {};
    if (frequency > 0) continue;
    const mending = isName(word) || isQuoted ? null : meant;
    if (mending) corrections.push({ typed: word, meant: mending.toLowerCase() });
    else if (begun) begunBy.add(word);
    else unknown.push(word);
    mended = mended.replace(word, mending ?? (begun ? word : " "));
  }
  const again = textQuery(mended, vocabulary, begunBy);
  const isQuoted = text.terms.some(({ typed: word, isQuoted }) => isQuoted && unknown.includes(word));
  const lost = isQuoted || (unknown.some(isName) && text.terms.length <= FIRST);
  if (!again || lost) return { corrections, unknown };
  const mendedTerms = await knownTerms(again, at);
  const frequencies = mendedTerms.map(({ frequency }) => frequency);
  return { text: written(again, mendedTerms), frequencies, corrections, unknown };
}

type Row = Omit<FoundEntry, "extract"> & { itemId: string; extract: string; rank: number; total: number; all: number };

async function rankedEntries(at: Date, query: SiteQuery, { text, frequencies }: Understood, answers: Prisma.Sql) {
  const offset = (query.page - 1) * PER_PAGE;
  const noun = EDITORIAL_NOUNS.find((one) => CARDS[one].section === query.nature);
  const nature = noun ? Prisma.sql`AND e."noun" = ${noun}` : Prisma.empty;
  const shown = noun
    ? Prisma.sql`"rank" > ${offset} AND "rank" <= ${offset + PER_PAGE}`
    : Prisma.sql`"rank" <= ${FIRST} OR "natural" <= ${FIRST + OF_A_NATURE}`;
  return db.$queryRaw<Row[]>`
    WITH matched AS MATERIALIZED (
      SELECT e."noun", e."itemId", row_number() OVER (PARTITION BY e."noun" ORDER BY e."itemId") AS "turn",
        (count(*) OVER (PARTITION BY e."noun"))::int AS "total", (count(*) OVER ())::int AS "all"
      FROM "SearchEntry" e WHERE ${visibleSql(at, "e")} AND ${answers} ${nature}),
    candidates AS MATERIALIZED (
      SELECT "noun", "itemId" FROM matched WHERE "turn" <= ${SCORED}
      UNION (SELECT e."noun", e."itemId" FROM "SearchEntry" e
        WHERE ${visibleSql(at, "e")} AND ${answers} ${nature} AND ts_filter(e."vector", '{a}') @@ ${text.any}
          AND EXISTS (SELECT FROM matched WHERE "turn" > ${SCORED}) LIMIT ${SCORED})),
    scored AS MATERIALIZED (
      SELECT e."noun", e."itemId", e."title", e."startsAt", e."position", ${scoreSql(at, query.q, text, frequencies)} AS "score"
      FROM candidates JOIN "SearchEntry" e USING ("noun", "itemId")),
    totals AS (SELECT DISTINCT "noun", "total", "all" FROM matched),
    ranked AS (
      SELECT scored.*, (row_number() OVER (ORDER BY "score" DESC, ${TIES}))::int AS "rank",
        (row_number() OVER (PARTITION BY "noun" ORDER BY "score" DESC, ${TIES}))::int AS "natural", "total", "all"
      FROM scored JOIN totals USING ("noun"))
    SELECT ranked."noun", ranked."itemId", "rank", "total", "all", e."slug", e."title", e."lead", left(e."text", ${SHOWN}) AS "text", e."opens", e."startsAt", e."year", ${extractSql(text)} AS "extract"
    FROM ranked JOIN "SearchEntry" e USING ("noun", "itemId") WHERE ${shown} ORDER BY "rank"`;
}

const entryOf = ({ noun, slug, title, lead, text, opens, startsAt, year, extract }: Row): FoundEntry => ({
  noun,
  slug,
  title,
  lead,
  text,
  opens,
  startsAt,
  year,
  extract: piecesOf(extract),
});

function grouped(rows: readonly Row[]): SiteResults["groups"] {
  const rest = rows.filter(({ rank }) => rank > FIRST);
  const nouns = [...new Set(rest.map(({ noun }) => noun))].filter((noun) => EDITORIAL_NOUNS.includes(noun));
  return nouns.map((noun: EditorialNoun) => {
    const entries = rest.filter((row) => row.noun === noun);
    return { noun, total: entries[0]?.total ?? 0, entries: entries.slice(0, OF_A_NATURE).map(entryOf) };
  });
}

/** One search over all that is published (see ranking); a page beyond the last one is empty. */
export async function searchSite(at: Date, query: SiteQuery, lexemes?: Vocabulary["lexemes"]): Promise<SiteResults> {
  const vocabulary: Vocabulary = { synonyms: await synonyms(), ...(lexemes && { lexemes }) };
  const { text, frequencies = [], corrections = [], unknown = [] } = await understood(query.q, vocabulary, at);
  if (!text) return { ...NOTHING, corrections, unknown };
  const read = { text, frequencies, corrections, unknown };
  const intent = intentOf(query.q, text.terms);
  const strict = await rankedEntries(
    at,
    query,
    read,
    answersSql(text, Prisma.sql`e."vector"`, intent === "question" ? 2 : undefined),
  );
  const near = strict.length === 0 && query.page === 1;
  const rows = near ? await rankedEntries(at, query, read, Prisma.sql`e."vector" @@ ${text.any}`) : strict;
  const total = rows[0]?.all ?? 0;
  return {
    services: query.nature || intent === "number" ? [] : servicesFor(text.terms.map(({ typed }) => typed)),
    first: (query.nature ? rows : rows.filter(({ rank }) => rank <= FIRST)).map(entryOf),
    groups: query.nature ? [] : grouped(rows),
    total,
    pageCount: Math.max(1, Math.ceil(Math.min(total, SCORED) / PER_PAGE)),
    corrections,
    unknown,
    near: near && rows.length > 0,
  };
}
