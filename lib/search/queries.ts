import { CARDS, EDITORIAL_NOUNS, type EditorialNoun } from "#lib/nouns/cards";
import { db } from "#lib/platform/db";
import { visibleSql } from "#lib/publication/visibility";
import { scoredSql, unscoredSql } from "#lib/search/candidates";
import { extractSql, piecesOf } from "#lib/search/extracts";
import { intentOf, isPathOf, TIES, weightOf } from "#lib/search/ranking";
import type { FoundEntry, SiteQuery, SiteResults } from "#lib/search/schema";
import { servicesFor } from "#lib/search/services";
import { answersSql, enoughOf, saysAny, saysMost, titleSaysMost } from "#lib/search/text-query";
import { synonyms, type Understood, understood } from "#lib/search/understanding";
import { readTerms, type Vocabulary } from "#lib/search/words";
import { Prisma } from "#prisma/client";

const FIRST = 3;
const OF_A_NATURE = 3;
const PER_PAGE = 20;
/** Fewer answers than this are widened. */
const FEW = 4;
/** Letters of the text that a page may show. */
const SHOWN = 400;

const NOTHING = { first: [], groups: [], total: 0, page: 1, pageCount: 1, near: false };

type Row = Omit<FoundEntry, "extract"> & {
  itemId: string;
  extract: string;
  whole: boolean;
  rank: number;
  total: number;
  all: number;
};

const nounOf = ({ nature }: SiteQuery) => EDITORIAL_NOUNS.find((one) => CARDS[one].section === nature);

/** What answers, whatever its nature or of one. @param path what is an answer besides */
function matchedSql(at: Date, answers: Prisma.Sql, path: Prisma.Sql | null, noun?: EditorialNoun): Prisma.Sql {
  const entries = (rows: Prisma.Sql) => Prisma.sql`
    SELECT e."noun", e."itemId" FROM "SearchEntry" e WHERE ${visibleSql(at, "e")} AND ${rows}
      ${noun ? Prisma.sql`AND e."noun" = ${noun}` : Prisma.empty}`;
  return path
    ? Prisma.sql`${entries(answers)} UNION ALL ${entries(Prisma.sql`${path} AND NOT ${answers}`)}`
    : entries(answers);
}

/** The best of all and of each nature; of one nature, a page of all that answer, those that are not ranked at the end. */
async function rankedEntries(at: Date, query: SiteQuery, read: Understood, matched: Prisma.Sql): Promise<Row[]> {
  const noun = nounOf(query);
  const order = Prisma.sql`"score" DESC NULLS LAST, ${TIES}`;
  const best = Prisma.sql`
    SELECT "noun", "itemId", "rank" FROM (
      SELECT "noun", "itemId", (row_number() OVER (ORDER BY ${order}))::int AS "rank",
        row_number() OVER (PARTITION BY "noun" ORDER BY ${order}) AS "natural" FROM scored) AS ranked
    WHERE "rank" <= ${FIRST} OR "natural" <= ${OF_A_NATURE}`;
  const start = Prisma.sql`(SELECT least(${query.page - 1}::int, (max("all") - 1) / ${PER_PAGE}) * ${PER_PAGE} FROM totals)`;
  const pageOfNature = Prisma.sql`
    SELECT "noun", "itemId", (row_number() OVER (ORDER BY ${order}))::int AS "rank"
    FROM (SELECT "noun", "itemId", "title", "startsAt", "position", "score" FROM scored
      UNION ALL SELECT "noun", "itemId", '', NULL, NULL, NULL FROM ${unscoredSql(Prisma.sql`${start} + ${PER_PAGE}`)}) AS ranked
    ORDER BY ${order} LIMIT ${PER_PAGE} OFFSET ${start}`;
  return db.$queryRaw<Row[]>`
    WITH matched AS MATERIALIZED (${matched}),
    ${scoredSql(at, read)},
    shown AS (${noun ? pageOfNature : best})
    SELECT shown.*, "total", "all", read.* FROM shown JOIN totals USING ("noun") CROSS JOIN LATERAL (
      SELECT e."slug", e."title", e."lead", left(e."text", ${SHOWN}) AS "text", e."opens", e."startsAt", e."year",
        e."vector" @@ ${enoughOf(read.text)} AS "whole", ${extractSql(read.text)} AS "extract"
      FROM "SearchEntry" e WHERE (e."noun", e."itemId") = (shown."noun", shown."itemId") OFFSET 0) AS read
    ORDER BY "rank"`;
}

const entryOf = ({ itemId, rank, whole, total, all, extract, ...entry }: Row): FoundEntry => ({
  ...entry,
  extract: piecesOf(extract),
});

/** Each nature of which there is more than the first answers of all: what is shown besides, and how many there are. */
const grouped = (rows: readonly Row[]): SiteResults["groups"] =>
  [...Map.groupBy(rows, ({ noun }) => noun)].flatMap(([noun, shown]) => {
    const entries = shown.filter(({ rank }) => rank > FIRST).map(entryOf);
    const total = shown[0]?.total ?? 0;
    return entries.length || total > shown.length ? [{ noun, total, entries }] : [];
  });

/** What says all of it, or most of it in its title; where it is little, what says most of it, then any of it. */
async function widened(at: Date, query: SiteQuery, read: Understood): Promise<Row[]> {
  const { text, typed, frequencies } = read;
  const path = isPathOf(typed);
  const answers = answersSql(text, intentOf(typed, text.terms) === "question" ? 2 : undefined);
  const weights = frequencies.map(weightOf);
  const ways =
    text.terms.length === 1
      ? [answers]
      : [Prisma.sql`(${answers} OR ${titleSaysMost(text, weights)})`, saysMost(text, weights), saysAny(text)];
  const noun = nounOf(query);
  for (const [rank, way] of ways.entries()) {
    const isLast = rank === ways.length - 1;
    // Each nature is told of the same search: all of them say whether it is a narrow one.
    if (noun && !isLast && (await countFew(matchedSql(at, way, path))) < FEW) continue;
    const rows = await rankedEntries(at, query, read, matchedSql(at, way, path, noun));
    if (noun || isLast || (rows[0]?.all ?? 0) >= FEW) return rows;
  }
  return [];
}

async function countFew(matched: Prisma.Sql): Promise<number> {
  const [row] = await db.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS "count" FROM (SELECT FROM (${matched}) AS matched LIMIT (SELECT ${FEW}::int)) AS "few"`;
  return row?.count ?? 0;
}

/** One search over all that is published (see ranking); a page beyond the last one is the last. */
export async function searchSite(
  at: Date,
  query: SiteQuery,
  lexemes?: Vocabulary["lexemes"],
  groups?: Vocabulary["synonyms"],
): Promise<SiteResults> {
  const vocabulary: Vocabulary = { synonyms: groups ?? (await synonyms()), ...(lexemes && { lexemes }) };
  const { corrections = [], unknown = [], ...found } = await understood(query.q, vocabulary, at);
  const { text, typed = "", frequencies = [] } = found;
  const asked = readTerms(typed || query.q, vocabulary);
  const services = query.nature || isPathOf(typed || query.q) ? [] : servicesFor(asked.map((term) => term.typed));
  if (!text) {
    const missing = services.length ? { corrections: [], unknown: [] } : { corrections, unknown };
    return { ...NOTHING, services, ...missing };
  }
  const rows = await widened(at, query, { text, typed, frequencies, corrections, unknown });
  const total = rows[0]?.all ?? 0;
  const pageCount = Math.max(1, Math.ceil(total / PER_PAGE));
  return {
    services,
    first: (query.nature ? rows : rows.filter(({ rank }) => rank <= FIRST)).map(entryOf),
    groups: query.nature ? [] : grouped(rows),
    total,
    page: Math.min(query.page, pageCount),
    pageCount,
    corrections,
    unknown,
    near: rows.length > 0 && !rows.some(({ whole }) => whole),
  };
}
