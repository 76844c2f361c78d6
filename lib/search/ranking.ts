import type { EditorialNoun } from "#lib/nouns/cards";
import { folded } from "#lib/platform/letters";
import { roleOf } from "#lib/search/roles";
import type { TextQuery } from "#lib/search/text-query";
import { inMasculine } from "#lib/search/words";
import { Prisma } from "#prisma/client";

/**
 * What comes first, once for the whole portal: (relevance + name) × nature × « commencez par » × opens × freshness.
 * Relevance is the share of what was asked, rare words counting more, that is said in the title (1, a synonym 0.8), in the lead (0.55) or
 * below (0.25). Name is how close the title or another name is to the words typed. Nature depends on what kind of words they are.
 * The reading path of whoever says only who they are comes before everything. Ties keep the rank that editors gave, then the title.
 */

export type Intent = "definition" | "question" | "number" | "session" | "document" | "words";

const DEFINITION = /\b(c ?est quoi|qu ?est ce qu|definition|definir le mot|que veut dire|que signifie|signifie|sigle)/u;
const QUESTION =
  /^(comment|pourquoi|trouver|chercher|recruter|monter|creer|financer|diversifier|rencontrer|mesurer|convaincre|qui|quel|quelle|quels|quelles|que|ou|quand|faut il|peut on|est ce que|avec qui|je|j|nous|on|mon|ma|notre)\b|\?/u;
const NUMBER = /\b(combien|pourcentage|proportion|chiffres?|statistiques?|\d+ ?%|(?!(19|20)\d\d\b)\d{2,})/u;
const SESSION =
  /\b(webinaires?|seances?|visio|janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre)\b/u;

/** Whether the row `e` is the reading path of whoever typed these words; null when they say no role. */
export function isPathOf(typed: string): Prisma.Sql | null {
  const role = roleOf(typed);
  return role && Prisma.sql`(e."noun" = 'collection' AND e."facets" @> ARRAY[${`profil:${role}`}])`;
}

/** What kind of words were typed. */
export function intentOf(typed: string, terms: TextQuery["terms"]): Intent {
  const words = folded(typed).replace(/[’'‘-]/g, " ");
  if (DEFINITION.test(words)) return "definition";
  if (NUMBER.test(words)) return "number";
  if (SESSION.test(words)) return "session";
  if (terms.some(({ type }) => type)) return "document";
  return QUESTION.test(words) || terms.length > 3 ? "question" : "words";
}

const NATURES: Record<EditorialNoun, number> = {
  need: 1.6,
  centre: 1.55,
  collection: 0.95,
  term: 1.05,
  webinar: 1,
  resource: 1,
  page: 0.95,
  figure: 0.7,
  organisation: 1,
};

const FAVOURED: Record<Intent, Partial<Record<EditorialNoun, number>>> = {
  definition: { term: 2 },
  question: { need: 1.4 },
  number: { figure: 2.6 },
  session: { webinar: 2 },
  document: { resource: 2 },
  words: {},
};

const BEGUN_WITH = 1.1;
const NOT_OPEN = 0.9;
const PAST_SESSION = 0.6;
const FRESHNESS = 0.05;
const [OLDEST, SPAN] = [2006, 20];
const [IN_TITLE, SYNONYM_IN_TITLE, IN_LEAD, BELOW] = [1, 0.8, 0.55, 0.25];
const [SAME_NAME, SYNONYM_NAME, IN_ORDER, ALIKE] = [0.57, 0.25, 0.25, 0.5];
/** Above whatever says the same words. */
const OWN_PATH = 10;

const sum = (parts: readonly Prisma.Sql[]) => Prisma.sql`(${Prisma.join([...parts], " + ")})`;

/** How much a term tells: much when few entries say it. */
export const weightOf = (frequency: number): number => Math.log(1 + 1000 / (1 + frequency));

/**
 * The score of the row `e` of "SearchEntry".
 * @param frequencies how many entries say each term
 */
export function scoreSql(at: Date, typed: string, { terms }: TextQuery, frequencies: readonly number[]): Prisma.Sql {
  const weights = terms.map((_, rank) => weightOf(frequencies[rank] ?? 0));
  const all = weights.reduce((total, weight) => total + weight, 0);
  const relevance = terms.map(
    ({ query, own, type }, rank) => Prisma.sql`${(weights[rank] ?? 0) / all}::float * CASE
      ${type ? Prisma.sql`WHEN e."vector" @@ ${type} THEN ${IN_TITLE}::float` : Prisma.empty}
      WHEN ts_filter(e."vector", '{a}') @@ ${own} THEN ${IN_TITLE}::float
      WHEN ts_filter(e."vector", '{a}') @@ ${query} THEN ${SYNONYM_IN_TITLE}::float
      WHEN ts_filter(e."vector", '{b}') @@ ${query} THEN ${IN_LEAD}::float
      WHEN e."vector" @@ ${query} THEN ${BELOW}::float ELSE 0 END`,
  );
  const words = inMasculine(terms.map((term) => term.typed).join(" "));
  const others = terms.length === 1 ? (terms[0]?.forms ?? []) : [];
  const otherKeys = others.length
    ? Prisma.sql`ARRAY[${Prisma.join(others.map((form) => Prisma.sql`search_key(${form})`))}]`
    : Prisma.sql`'{}'::text[]`;
  const intent = intentOf(typed, terms);
  const natures = Object.entries(NATURES).map(
    ([noun, weight]) => Prisma.sql`WHEN ${noun} THEN ${weight * (FAVOURED[intent][noun as EditorialNoun] ?? 1)}::float`,
  );
  const path = isPathOf(typed) ?? Prisma.sql`FALSE`;
  return Prisma.sql`(
    (${sum(relevance)}
      + CASE WHEN ${path} THEN ${OWN_PATH}::float ELSE 0 END
      + CASE WHEN e."names" && ARRAY[search_key(${words})] THEN ${SAME_NAME}::float
             WHEN e."names" && ${otherKeys} THEN ${SYNONYM_NAME}::float ELSE 0 END
      + CASE WHEN ts_filter(e."vector", '{a}') @@ phraseto_tsquery('french_unaccent', search_plain(${words})) THEN ${IN_ORDER}::float ELSE 0 END
      + ${ALIKE}::float * similarity(search_fold(${words}), e."spelling"))
    * CASE e."noun" ${Prisma.join(natures, " ")} ELSE 1 END
    * CASE WHEN e."first" THEN ${BEGUN_WITH}::float ELSE 1 END
    * CASE WHEN e."opens" THEN 1 ELSE ${NOT_OPEN}::float END
    * CASE WHEN e."startsAt" <= ${at} THEN ${PAST_SESSION}::float ELSE 1 END
    * (1 + ${FRESHNESS}::float * least(1, greatest(0, coalesce(e."year" - ${OLDEST}, 0)) / ${SPAN}::float)))`;
}

export const TIES = Prisma.sql`"startsAt" NULLS FIRST, "position" NULLS LAST, "title" COLLATE "french", "itemId"`;
