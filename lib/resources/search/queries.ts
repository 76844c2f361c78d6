import { valuesSpelled } from "#lib/forms/choices";
import { db } from "#lib/platform/db";
import { profileSpellings } from "#lib/profiles/labels";
import { visibleSql } from "#lib/publication/visibility";
import { resourceTypeLabels } from "#lib/resources/labels";
import {
  FACETS,
  type FacetName,
  phaseSpellings,
  RESOURCES_PER_PAGE,
  type ResourceQuery,
  resourceTypeSpellings,
} from "#lib/resources/schema";
import { candidatesSql, scoredSql, unscoredSql } from "#lib/search/candidates";
import { type Choice, chosenInAll, countFacets, type FacetCount } from "#lib/search/facets";
import type { Correction } from "#lib/search/schema";
import { answersSql, isNear, type TextQuery } from "#lib/search/text-query";
import { synonyms, type Understood, understood } from "#lib/search/understanding";
import { wordKey } from "#lib/search/words";
import { Prisma } from "#prisma/client";

/** Fewer results than this, and what is near is shown too. */
const FEW = 3;
const MAX_NEARBY = 6;
/** Share of what was asked that what is near says. */
const NEARNESS = 0.45;

/** The words of a type are looked for in the type as well: « guide mécénat ». */
export const typeLexemes: ReadonlyMap<string, string> = new Map(
  Object.entries(resourceTypeLabels).map(([type, label]) => [wordKey(label), `type:${type}`]),
);

/** The needs and centres that may be chosen: the identifier of each slug. */
export type Tied = Record<"besoin" | "centre", ReadonlyMap<string, string>>;

/** What is chosen, as entries have it; what is chosen in one facet adds up, what is chosen in two crosses. */
function choicesOf(query: ResourceQuery, tied: Tied): Choice<FacetName>[] {
  const spelled: Partial<Record<FacetName, readonly string[]>> = {
    type: valuesSpelled(resourceTypeSpellings, query.type),
    profil: valuesSpelled(profileSpellings, query.profil),
    phase: valuesSpelled(phaseSpellings, query.phase),
    besoin: query.besoin.flatMap((slug) => tied.besoin.get(slug) ?? []),
    centre: query.centre.flatMap((slug) => tied.centre.get(slug) ?? []),
  };
  return FACETS.map((name) => ({ name, values: spelled[name] ?? query[name].map(String) }));
}

/** Needs and centres under their slugs; those that the public may not see are not counted. */
function slugged(counts: readonly FacetCount<FacetName>[], tied: Tied): FacetCount<FacetName>[] {
  const slugs = new Map([tied.besoin, tied.centre].flatMap((known) => [...known].map(([slug, id]) => [id, slug])));
  return counts.flatMap((one) => {
    if (one.facet !== "besoin" && one.facet !== "centre") return one;
    const slug = slugs.get(one.value);
    return slug === undefined ? [] : { ...one, value: slug };
  });
}

const NEWEST_WORK = Prisma.sql`"year" DESC NULLS LAST, "title", "itemId"`;

const identifiersOf = async (query: Prisma.Sql) => (await db.$queryRaw<{ id: string }[]>(query)).map(({ id }) => id);

const matchedSql = (rows: Prisma.Sql) => Prisma.sql`
  matched AS MATERIALIZED (
    SELECT e."noun", e."itemId", e."year" FROM "SearchEntry" e WHERE ${rows})`;

/** A page of what answers: the closest first, those that are not ranked at the end; or sorted otherwise. */
function pageOf(at: Date, { tri }: ResourceQuery, page: number, rows: Prisma.Sql, read: Understood | null) {
  const window = Prisma.sql`LIMIT ${RESOURCES_PER_PAGE} OFFSET ${(page - 1) * RESOURCES_PER_PAGE}`;
  if (read && tri === "pertinence")
    return Prisma.sql`
      WITH ${matchedSql(rows)}, ${scoredSql(at, read)}
      SELECT "itemId" AS "id" FROM (SELECT "itemId", "title", "year", "score" FROM scored
        UNION ALL SELECT "itemId", '', "year", NULL FROM ${unscoredSql(Prisma.sql`${page * RESOURCES_PER_PAGE}`)}) AS ranked
      ORDER BY "score" DESC NULLS LAST, ${NEWEST_WORK} ${window}`;
  const order = tri === "titre" ? Prisma.sql`"spelling", "itemId"` : NEWEST_WORK;
  return Prisma.sql`SELECT e."itemId" AS "id" FROM "SearchEntry" e WHERE ${rows} ORDER BY ${order} ${window}`;
}

/** What is near: most of the terms, begun alike. */
function nearby(text: TextQuery, rows: Prisma.Sql): Prisma.Sql {
  const begun = text.terms.map(({ loose }) => Prisma.sql`(e."vector" @@ ${loose})::int`);
  const any = Prisma.join(
    text.terms.map(({ loose }) => loose),
    " || ",
  );
  const typed = text.terms.map((term) => term.typed).join(" ");
  return Prisma.sql`
    WITH ${matchedSql(Prisma.sql`${rows} AND NOT ${answersSql(text)} AND ${isNear(text, NEARNESS)}`)}, ${candidatesSql(text)}
    SELECT near."id" FROM candidates CROSS JOIN LATERAL (
      SELECT e."itemId" AS "id", ${Prisma.join(begun, " + ")} AS "said", e."year",
        similarity(search_fold(${typed}), e."spelling") AS "likeness", ts_rank_cd(e."vector", ${any}) AS "times"
      FROM "SearchEntry" e WHERE (e."noun", e."itemId") = (candidates."noun", candidates."itemId") OFFSET 0) AS near
    ORDER BY near."said" DESC, near."likeness" DESC, near."times" DESC, near."year" DESC NULLS LAST, near."id"
    LIMIT ${MAX_NEARBY}`;
}

export type Matches = {
  /** Identifiers of the page asked for, in order. */
  ids: string[];
  total: number;
  page: number;
  pageCount: number;
  counts: FacetCount<FacetName>[];
  nearbyIds: string[];
  corrections: Correction[];
  unknown: string[];
};

/** Finds what answers a search. A page beyond the last one is the last one. */
export async function findMatches(at: Date, query: ResourceQuery, tied: Tied): Promise<Matches> {
  const read = query.q ? await understood(query.q, { synonyms: await synonyms(), lexemes: typeLexemes }, at) : {};
  const { typed = "", text, frequencies = [], corrections = [], unknown = [] } = read;
  const choices = choicesOf(query, tied);
  const isLost = !text && unknown.length > 0;
  const visible = Prisma.sql`e."noun" = 'resource' AND ${visibleSql(at, "e")}`;
  const answering = Prisma.sql`${visible} AND ${text ? answersSql(text) : Prisma.sql`${!isLost}`}`;

  const counts = await db.$queryRaw<FacetCount<FacetName>[]>(countFacets(answering, choices));
  const total = counts.find(({ facet }) => facet === null)?.count ?? 0;
  const pageCount = Math.max(1, Math.ceil(total / RESOURCES_PER_PAGE));
  const page = Math.min(query.page, pageCount);
  const chosen = chosenInAll(choices);
  const understoodText = text ? { typed, text, frequencies, corrections, unknown } : null;
  const [ids, nearbyIds] = await Promise.all([
    total === 0 ? [] : identifiersOf(pageOf(at, query, page, Prisma.sql`${answering} AND ${chosen}`, understoodText)),
    text && total < FEW ? identifiersOf(nearby(text, Prisma.sql`${visible} AND ${chosen}`)) : [],
  ]);
  return { ids, total, page, pageCount, counts: slugged(counts, tied), nearbyIds, corrections, unknown };
}
