import { db } from "#lib/platform/db";
import { visibleSql } from "#lib/publication/visibility";
import type { Correction } from "#lib/search/schema";
import { type TextQuery, textQuery, WORDS, type Written, written } from "#lib/search/text-query";
import { isName, isNameWithin, type Vocabulary } from "#lib/search/words";
import { heardAs, isMisspelt } from "#lib/spelling/sounds";
import { Prisma } from "#prisma/client";

/** Past so many, a term tells nothing more. */
const COUNTED = 300;
/** How much a word looks like one that is known (pg_trgm): « hibridation » 0.5. */
const LIKENESS = 0.4;
/** Of so few terms, an unknown name is what was looked for. */
const FEW = 3;

/** As one value: a list of lists is read letter by letter. */
export async function synonyms(): Promise<string[][]> {
  const [row] = await db.$queryRaw<{ groups: string[][] }[]>`
    SELECT coalesce(json_agg("words" ORDER BY "position"), '[]') AS "groups" FROM "SynonymGroup"`;
  return row?.groups ?? [];
}

type Known = Written & { frequency: number; begun: boolean; meant: string | null };

/** How many visible entries say something, up to `most`: a subquery, or the planner reads every row in hope of the first ones. */
const countSaid = (query: Prisma.Sql, at: Date, most = COUNTED) => Prisma.sql`(SELECT count(*)::int FROM (
  SELECT FROM "SearchEntry" e WHERE ${visibleSql(at, "e")} AND ${WORDS} @@ ${query} LIMIT (SELECT ${most}::int)) AS said)`;

/** How many entries say each term; of a term that none says, the nearest word of a title. */
async function knownTerms({ terms }: TextQuery, at: Date): Promise<Known[]> {
  const each = terms.map(
    ({ query, own, loose, typed }, rank) => Prisma.sql`
      SELECT ${rank}::int AS "rank", ${typed}::text AS "typed", search_fold(replace(${typed}::text, '-', '')) AS "key",
        ${query} AS "query", ${own} AS "own", ${loose} AS "loose"`,
  );
  // The operator %, which the index serves, reads its threshold in a setting: words are only looked for once it is set.
  return db.$queryRaw<Known[]>`
    WITH configured AS MATERIALIZED (
      SELECT set_config('pg_trgm.similarity_threshold', ${String(LIKENESS)}, true) AS "threshold"),
    asked AS MATERIALIZED (${Prisma.join(each, " UNION ALL ")}),
    said AS MATERIALIZED (SELECT asked.*, ${countSaid(Prisma.sql`asked."query"`, at)} AS "frequency" FROM asked)
    SELECT said."frequency", said."frequency" > 0 OR ${countSaid(Prisma.sql`said."loose"`, at, 1)} > 0 AS "begun",
      said."query"::text AS "query", said."own"::text AS "own", said."loose"::text AS "loose", near."word" AS "meant"
    FROM configured CROSS JOIN said LEFT JOIN LATERAL (
      SELECT w."word" FROM (
        SELECT w."key", w."word", similarity(w."key", said."key") AS "likeness" FROM "SearchWord" w
        WHERE configured."threshold" IS NOT NULL AND said."frequency" = 0 AND length(said."typed") > 3 AND search_letters(w."key") % said."key"
        ORDER BY "likeness" DESC, length(w."word"), w."key" LIMIT 20) AS w
      WHERE ${countSaid(Prisma.sql`phraseto_tsquery('french_unaccent', search_plain(w."word"))`, at, 1)} > 0
      ORDER BY w."likeness" DESC, length(w."word"), w."key" LIMIT 1
    ) AS near ON true ORDER BY said."rank"`;
}

/** Of a search once mended, what is not known yet is asked: a term that was said stays as it was. */
async function knownAgain(again: TextQuery, before: TextQuery, known: readonly Known[], at: Date): Promise<Known[]> {
  const said = again.terms.map(({ typed, forms }) => {
    const rank = before.terms.findIndex((term) => term.typed === typed && term.forms.join() === forms.join());
    return known[rank]?.frequency ? known[rank] : null;
  });
  const asked = again.terms.filter((_, rank) => said[rank] === null);
  const answers = asked.length > 0 ? await knownTerms({ ...again, terms: asked }, at) : [];
  return said.flatMap((term) => term ?? answers.shift() ?? []);
}

export type Understood = {
  /** What was typed, its slips mended. */
  typed: string;
  text: TextQuery;
  frequencies: number[];
  corrections: Correction[];
  /** Words that no page says and that look like none. */
  unknown: string[];
};

/**
 * What was typed, once its slips are mended and what no page says is left out; null when nothing is left, when most of it is
 * unknown, or when a name that nobody knows was asked in a few words.
 */
export async function understood(typed: string, vocabulary: Vocabulary, at: Date): Promise<Partial<Understood>> {
  const text = textQuery(typed, vocabulary);
  if (!text) return {};
  const known = await knownTerms(text, at);
  const corrections: Correction[] = text.terms.flatMap(({ typed: slip, meant }) =>
    meant ? [{ typed: slip, meant: meant.toLowerCase() }] : [],
  );
  if (known.every(({ frequency }) => frequency > 0))
    return {
      typed,
      text: written(text, known),
      frequencies: known.map(({ frequency }) => frequency),
      corrections,
      unknown: [],
    };
  const unknown: string[] = [];
  const begunBy = new Set<string>();
  const sayable = (vocabulary.synonyms ?? []).flat().filter((name) => !name.includes(" "));
  let mended = typed;
  let said = typed;
  for (const [rank, { typed: word, isQuoted }] of text.terms.entries()) {
    const { frequency = 0, begun = false, meant = null } = known[rank] ?? {};
    if (frequency > 0) continue;
    const heard = heardAs(word, meant ? [meant, ...sayable] : sayable);
    const mending = isQuoted ? null : (heard ?? (meant && !isName(word) && isMisspelt(word, meant) ? meant : null));
    if (mending) corrections.push({ typed: word, meant: mending.toLowerCase() });
    else if (begun && !isNameWithin(word, typed)) begunBy.add(word);
    else unknown.push(word);
    mended = mended.replace(word, mending ?? (begunBy.has(word) ? word : " "));
    said = said.replace(word, mending ?? word);
  }
  const again = textQuery(mended, vocabulary, begunBy);
  const isQuoted = text.terms.some(({ typed: word, isQuoted }) => isQuoted && unknown.includes(word));
  const name = text.terms.findLast((term) => isName(term.typed))?.typed ?? "";
  const most = unknown.includes(name) && text.terms.length <= FEW ? 0 : text.terms.length / 2;
  const lost = isQuoted || unknown.length > most;
  if (!again || lost) return { corrections, unknown };
  const mendedTerms = await knownAgain(again, text, known, at);
  const frequencies = mendedTerms.map(({ frequency }) => frequency);
  return { typed: said, text: written(again, mendedTerms), frequencies, corrections, unknown };
}
