import { valuesSpelled } from "#lib/forms/choices";
import { db } from "#lib/platform/db";
import { profileSpellings } from "#lib/profiles/labels";
import { visibleSql } from "#lib/publication/visibility";
import { namedFacets } from "#lib/resources/rules";
import { type FacetName, INTENTS, phaseSpellings, resourceQuery } from "#lib/resources/schema";
import { type Choice, chosenInAll, countFacets, type FacetCount } from "#lib/search/facets";
import type { Step, StepDocument, Steps, StepsQuery } from "#lib/ties/steps/schema";
import { Prisma } from "#prisma/client";

const SHOWN = 2;
const WANTED = 60;
const NOTHING_TIED = { besoin: new Map(), centre: new Map() };

type Row = StepDocument & Pick<Step, "intent">;

const choicesOf = ({ profil, phase }: StepsQuery): Choice<FacetName>[] => [
  { name: "profil", values: valuesSpelled(profileSpellings, profil ? [profil] : []) },
  { name: "phase", values: valuesSpelled(phaseSpellings, phase ? [phase] : []) },
];

/** Those to begin with, then the newest: as `resourcesOfNeed`. */
const firstOfEach = (need: string, choices: readonly Choice<FacetName>[], at: Date) => db.$queryRaw<Row[]>`
  SELECT r."slug", r."title", r."type", r."year", r."dateLabel", r."pages", r."durationMinutes", ranked."intent", ranked."opens" AS "readable"
  FROM (
    SELECT "itemId", "opens", "intent",
      row_number() OVER (PARTITION BY "opens", CASE WHEN "opens" THEN "intent" END
        ORDER BY t."first" DESC, e."year" DESC NULLS LAST, e."title", e."slug") AS "rank"
    FROM "ResourceNeed" t JOIN "Need" n ON n."id" = t."needId"
    JOIN "SearchEntry" e ON e."noun" = 'resource' AND e."itemId" = t."resourceId"
    CROSS JOIN LATERAL (SELECT substr(value, 11) AS "intent" FROM unnest(e."facets") AS value WHERE starts_with(value, 'intention:')) AS said
    WHERE n."slug" = ${need} AND ${visibleSql(at, "e")} AND ${chosenInAll(choices)}) AS ranked
  JOIN "Resource" r ON r."id" = ranked."itemId"
  WHERE "rank" <= CASE WHEN "opens" THEN ${SHOWN}::int ELSE ${WANTED}::int END
  ORDER BY "rank"`;

const count = (need: string, choices: readonly Choice<FacetName>[], at: Date) => {
  const tied = Prisma.sql`e."facets" @> (SELECT ARRAY['besoin:' || n."id"] FROM "Need" n WHERE n."slug" = ${need})`;
  const open = Prisma.sql`e."noun" = 'resource' AND ${visibleSql(at, "e")} AND e."opens" AND ${tied}`;
  return db.$queryRaw<FacetCount<FacetName>[]>(countFacets(open, choices));
};

/** What one reads to be told, to learn and to act on a need: what opens, by step, for whom was chosen. */
export async function stepsOfNeed(need: string, query: StepsQuery, at: Date): Promise<Steps> {
  const choices = choicesOf(query);
  const isChosen = choices.some(({ values }) => values.length > 0);
  const [rows, all, chosen] = await Promise.all([
    firstOfEach(need, choices, at),
    count(need, [], at),
    isChosen ? count(need, choices, at) : null,
  ]);
  const counts = chosen ?? all;
  const asked = resourceQuery.parse(query);
  const facets = namedFacets(counts, asked, NOTHING_TIED);
  const countOf = (of: typeof counts, name: FacetName | null, value = "") =>
    of.find((one) => one.facet === name && one.value === value)?.count ?? 0;
  return {
    total: countOf(counts, null),
    steps: INTENTS.map((intent) => ({
      intent,
      documents: rows.filter((row) => row.readable && row.intent === intent),
      total: countOf(counts, "intention", intent),
      whole: countOf(all, "intention", intent),
    })),
    wanted: rows.filter(({ readable }) => !readable),
    choices: facets.flatMap(({ name, options }) => (name === "profil" || name === "phase" ? { name, options } : [])),
  };
}
