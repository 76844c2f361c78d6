import { valuesSpelled } from "#lib/forms/choices";
import { db } from "#lib/platform/db";
import { profileSpellings } from "#lib/profiles/labels";
import { visibleSql } from "#lib/publication/visibility";
import { resourceTypeLabels } from "#lib/resources/labels";
import {
  type FacetName,
  phaseSpellings,
  RESOURCES_PER_PAGE,
  type ResourceQuery,
  resourceTypeSpellings,
} from "#lib/resources/schema";
import { chosenInAll, countFacets, type FacetCount, type FacetSql } from "#lib/search/facets";
import { synonyms, understood } from "#lib/search/queries";
import { scoreSql } from "#lib/search/ranking";
import type { Correction } from "#lib/search/schema";
import { answersSql, type TextQuery } from "#lib/search/text-query";
import { wordKey } from "#lib/search/words";
import { Prisma } from "#prisma/client";

/** Fewer results than this, and what is near is shown too. */
const FEW = 3;
const MAX_NEARBY = 6;
/** Share of what was asked that what is near says; also how much two words look alike (0.47: « evalaution », « évaluation »). */
const NEARNESS = 0.45;
/** Words of fewer letters look like too many others. */
const SHORTEST = 3;

/** The words of a type are looked for in the type as well: « guide mécénat ». */
export const typeLexemes: ReadonlyMap<string, string> = new Map(
  Object.entries(resourceTypeLabels).map(([type, label]) => [wordKey(label), `type:${type}`]),
);

const needsOf = (at: Date) => Prisma.sql`
  SELECT n."slug" FROM "ResourceNeed" l JOIN "Need" n ON n."id" = l."needId"
  WHERE l."resourceId" = r."id" AND ${visibleSql(at, "n")}`;

const centresOf = (at: Date) => Prisma.sql`
  SELECT c."slug" FROM "ResourceCentre" l JOIN "Centre" c ON c."id" = l."centreId"
  WHERE l."resourceId" = r."id" AND ${visibleSql(at, "c")}`;

const ACCESS = Prisma.sql`CASE WHEN EXISTS (SELECT FROM "ResourceLink" l WHERE l."resourceId" = r."id") THEN 'en-ligne' ELSE 'notice' END`;
/** Two minutes a page where no duration is known. */
const MINUTES = Prisma.sql`coalesce(r."durationMinutes", 2 * r."pages")`;
const DURATION = Prisma.sql`CASE WHEN ${MINUTES} <= 15 THEN '15-minutes' WHEN ${MINUTES} <= 60 THEN 'une-heure' WHEN ${MINUTES} > 60 THEN 'plus' END`;

/** The facets of a search; what is chosen in one facet adds up, what is chosen in two crosses. */
function facetsOf(query: ResourceQuery, at: Date): FacetSql<FacetName>[] {
  const when = (chosen: readonly unknown[], condition: Prisma.Sql) => (chosen.length ? condition : null);
  const { besoin, centre, annee, odd, acces, duree, langue } = query;
  const type = valuesSpelled(resourceTypeSpellings, query.type);
  const profil = valuesSpelled(profileSpellings, query.profil);
  const phase = valuesSpelled(phaseSpellings, query.phase);
  return [
    {
      name: "besoin",
      chosen: when(besoin, Prisma.sql`EXISTS (${needsOf(at)} AND n."slug" = ANY(${besoin}))`),
      values: needsOf(at),
    },
    {
      name: "centre",
      chosen: when(centre, Prisma.sql`EXISTS (${centresOf(at)} AND c."slug" = ANY(${centre}))`),
      values: centresOf(at),
    },
    {
      name: "type",
      chosen: when(type, Prisma.sql`r."type"::text = ANY(${type})`),
      values: Prisma.sql`SELECT r."type"::text`,
    },
    {
      name: "profil",
      chosen: when(profil, Prisma.sql`r."audiences" && ${profil}::"Profile"[]`),
      values: Prisma.sql`SELECT unnest(r."audiences")::text`,
    },
    {
      name: "phase",
      chosen: when(phase, Prisma.sql`r."phases" && ${phase}::"Phase"[]`),
      values: Prisma.sql`SELECT unnest(r."phases")::text`,
    },
    {
      name: "annee",
      chosen: when(annee, Prisma.sql`r."year" = ANY(${annee}::int[])`),
      values: Prisma.sql`SELECT r."year"::text WHERE r."year" IS NOT NULL`,
    },
    {
      name: "odd",
      chosen: when(odd, Prisma.sql`r."sdgs" && ${odd}::int[]`),
      values: Prisma.sql`SELECT unnest(r."sdgs")::text`,
    },
    {
      name: "acces",
      chosen: when(acces, Prisma.sql`(${ACCESS}) = ANY(${acces})`),
      values: Prisma.sql`SELECT ${ACCESS}`,
    },
    {
      name: "duree",
      chosen: when(duree, Prisma.sql`(${DURATION}) = ANY(${duree})`),
      values: Prisma.sql`SELECT ${DURATION} WHERE ${MINUTES} IS NOT NULL`,
    },
    {
      name: "langue",
      chosen: when(langue, Prisma.sql`r."language" = ANY(${langue})`),
      values: Prisma.sql`SELECT r."language"`,
    },
  ];
}

const VECTOR = Prisma.sql`r."searchVector"`;
const NEWEST_WORK = Prisma.sql`r."year" DESC NULLS LAST, r."title", r."id"`;

type Read = Awaited<ReturnType<typeof understood>>;

function orderOf(at: Date, { q, tri }: ResourceQuery, { text, frequencies = [] }: Read): Prisma.Sql {
  if (tri === "titre") return Prisma.sql`search_fold(r."title"), r."id"`;
  if (tri === "recent" || !text) return NEWEST_WORK;
  const score = Prisma.sql`(SELECT ${scoreSql(at, q, text, frequencies)} FROM "SearchEntry" e WHERE e."noun" = 'resource' AND e."itemId" = r."id")`;
  return Prisma.sql`${score} DESC, ${NEWEST_WORK}`;
}

const identifiersOf = async (query: Prisma.Sql) => (await db.$queryRaw<{ id: string }[]>(query)).map(({ id }) => id);

/** What is near: most of the terms, begun alike, or words that look like those of the title. */
async function findNearby(text: TextQuery, rows: Prisma.Sql): Promise<string[]> {
  const { terms: asked } = text;
  const terms = asked.filter(({ typed }) => typed.length >= SHORTEST);
  if (terms.length === 0) return [];
  const begun = terms.map(({ loose }) => Prisma.sql`r."searchVector" @@ ${loose}`);
  const alike = terms.map(({ typed }) => Prisma.sql`search_fold(${typed}) <% search_spelling(r."title")`);
  const nearness = terms.map(
    ({ typed }, index) => Prisma.sql`
      CASE WHEN ${begun[index]} THEN 1 ELSE word_similarity(search_fold(${typed}), r."spelling") END`,
  );
  const typed = terms.map((term) => term.typed).join(" ");
  const any = Prisma.join(
    terms.map(({ loose }) => loose),
    " || ",
  );
  // The operator <%, which the index serves, reads its threshold in a setting: rows are only looked for once it is set.
  // OFFSET 0 has the spelling made once a row, not once a term.
  return identifiersOf(Prisma.sql`
    WITH configured AS MATERIALIZED (
      SELECT set_config('pg_trgm.word_similarity_threshold', ${String(NEARNESS)}, true) AS "threshold")
    SELECT near."id" FROM configured CROSS JOIN LATERAL (
      SELECT r."id", r."year", ts_rank_cd(r."searchVector", ${any}) AS "rank",
        (${Prisma.join(nearness, " + ")}) / ${terms.length}::float AS "nearness",
        similarity(search_fold(${typed}), r."spelling") AS "likeness"
      FROM (
        SELECT r."id", r."year", r."searchVector", search_spelling(r."title") AS "spelling" FROM "Resource" r
        WHERE configured."threshold" IS NOT NULL AND ${rows} AND NOT ${answersSql(text, VECTOR)} AND (${Prisma.join([...alike, ...begun], " OR ")}) OFFSET 0
      ) AS r
    ) AS near
    WHERE near."nearness" >= ${NEARNESS}
    ORDER BY near."nearness" DESC, near."likeness" DESC, near."rank" DESC, near."year" DESC NULLS LAST, near."id" LIMIT ${MAX_NEARBY}`);
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
export async function findMatches(at: Date, query: ResourceQuery): Promise<Matches> {
  const read = query.q ? await understood(query.q, { synonyms: await synonyms(), lexemes: typeLexemes }, at) : {};
  const { text, corrections = [], unknown = [] } = read;
  const facets = facetsOf(query, at);
  const isLost = !text && unknown.length > 0;
  const answers = text ? answersSql(text, VECTOR) : Prisma.sql`${!isLost}`;
  const candidates = Prisma.sql`${visibleSql(at, "r")} AND ${answers}`;
  const matching = Prisma.sql`${candidates} AND ${chosenInAll(facets)}`;

  const counts = await db.$queryRaw<FacetCount<FacetName>[]>(
    countFacets(
      Prisma.sql`
        SELECT r."id", r."type", r."audiences", r."phases", r."year", r."sdgs", r."language",
          r."durationMinutes", r."pages" FROM "Resource" r WHERE ${candidates}`,
      facets,
    ),
  );
  const total = counts.find(({ facet }) => facet === null)?.count ?? 0;
  const pageCount = Math.max(1, Math.ceil(total / RESOURCES_PER_PAGE));
  const page = Math.min(query.page, pageCount);
  const isScarce = text && total < FEW;
  const [ids, nearbyIds] = await Promise.all([
    total === 0
      ? []
      : identifiersOf(Prisma.sql`
      SELECT r."id" FROM "Resource" r WHERE ${matching} ORDER BY ${orderOf(at, query, read)}
      LIMIT ${RESOURCES_PER_PAGE} OFFSET ${(page - 1) * RESOURCES_PER_PAGE}`),
    isScarce ? findNearby(text, Prisma.sql`${visibleSql(at, "r")} AND ${chosenInAll(facets)}`) : [],
  ]);
  return { ids, total, page, pageCount, counts, nearbyIds, corrections, unknown };
}
