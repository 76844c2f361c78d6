import { EDITORIAL_NOUNS, type EditorialNoun } from "#lib/nouns/cards";
import { folded } from "#lib/platform/letters";
import { roleOf } from "#lib/search/roles";
import { type AskedTerm, enoughOf, type TextQuery } from "#lib/search/text-query";
import type { Understood } from "#lib/search/understanding";
import { functionWordsOf, inMasculine, isNameWithin, wordKey } from "#lib/search/words";
import { Prisma } from "#prisma/client";

/**
 * What comes first, once for the whole portal: (relevance + name) × nature × « commencez par » × opens × freshness.
 * Relevance is the share of what was asked, rare words counting more, that is said in the title (1, a synonym 0.8), in the lead (0.55) or
 * below (0.25). Name is how close the title or another name is to the words typed. Nature depends on what kind of words they are.
 * The reading path of whoever says only who they are comes before everything. Ties keep the rank that editors gave, then the title.
 */

export type Intent = "definition" | "question" | "number" | "session" | "document" | "house" | "words";

const DEFINITION =
  /\b(c ?est quoi|qu ?est ce qu|definition|definir le mot|que veut dire|differences? entre|que signifie|signifie|sigle)/u;
const QUESTION =
  /^(comment|pourquoi|trouver|chercher|recruter|monter|creer|financer|diversifier|rencontrer|mesurer|convaincre|qui|quel|quelle|quels|quelles|que|ou|quand|faut il|peut on|est ce que|avec qui|je|j|nous|on|mon|ma|notre)\b|\?/u;
const NUMBER =
  /\b(combien|nombre d|taux d|pourcentage|proportion|chiffres?|statistiques?|\d+ ?%|(?!(19|20)\d\d\b)\d{2,})/u;
const SESSION =
  /\b(webinaires?|seances?|visio|janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre)\b/u;
/** A question about the portal and who made it is no problem that a need answers. */
const HOUSE = /\b(rameau|(ce|le|du) (portail|site))\b/u;

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
  if (!QUESTION.test(words) && terms.length <= 3) return "words";
  return HOUSE.test(words) ? "house" : "question";
}

/** Beside a resource, which weighs one, as what is not named here. */
const NATURES: Partial<Record<EditorialNoun, number>> = {
  need: 1.6,
  centre: 1.55,
  collection: 0.95,
  term: 1.05,
  page: 0.95,
  figure: 0.6,
};
/** What the law asks for says a little of everything: it is an answer to its own name. */
const LEGAL = ["mentions-legales", "donnees-personnelles", "accessibilite"];
const LEGAL_UNNAMED = 0.2;

const FAVOURED: Record<Intent, Partial<Record<EditorialNoun, number>>> = {
  definition: { term: 2 },
  question: { need: 1.4 },
  number: { figure: 3.5 },
  session: { webinar: 2 },
  document: { resource: 2 },
  house: { page: 2, organisation: 2 },
  words: {},
};

const BEGUN_WITH = 1.1;
const NOT_OPEN = 0.9;
const PAST_SESSION = 0.6;
const FRESHNESS = 0.05;
const [OLDEST, SPAN] = [2006, 20];
const [IN_TITLE, SYNONYM_IN_TITLE, IN_LEAD, BELOW] = [1, 0.8, 0.55, 0.25];
const [SAME_NAME, SYNONYM_NAME, ALIKE] = [0.57, 0.25, 0.5];
/** A question that is the name of a page is answered there; one that asks for reasons, where reasons are given. */
const [SAME_QUESTION, SAME_INTERROGATIVE] = [1.5, 2.4];
const INTERROGATIVE = /\b(pourquoi|comment|combien|quand)\b/u;
const [BEGINNING, STEM_OF_A_NAME, SPELLINGS] = [2_000, 0.2, 4];
/** All of it is said. */
const WHOLE = 0.15;
const [ALONE, IN_ORDER, NEARLY_IN_ORDER] = [0.25, 0.4, 0.25];
/** Above whatever says the same words. */
const OWN_PATH = 10;

const sum = (parts: readonly Prisma.Sql[]) => Prisma.sql`(${Prisma.join([...parts], " + ")})`;

/** How much a term tells: much when few entries say it. */
export const weightOf = (frequency: number): number => Math.log(1 + 1000 / (1 + frequency));

/** A word so short is the stem of others: « dons » is not said by « données ». */
const SHORT = 4;
/** Words of a title may stand between those that were typed. */
const BETWEEN = [1, 2, 3, 4];

/** Whether the title of `e` has a term as it is written, when it is short. */
const isWritten = ({ typed, forms }: AskedTerm): Prisma.Sql =>
  typed.length > SHORT
    ? Prisma.sql`TRUE`
    : Prisma.sql`regexp_split_to_array(e."spelling", '[^[:alnum:]&]+') && ARRAY[${Prisma.join(forms.map((form) => Prisma.sql`search_fold(${form})`))}]`;

/** What a term adds to the relevance of `e`, by where it is said. */
function relevanceOf(term: AskedTerm): Prisma.Sql {
  const { query, own, type } = term;
  const title = Prisma.sql`ts_filter(e."vector", '{a}')`;
  return Prisma.sql`CASE
    ${type ? Prisma.sql`WHEN e."vector" @@ ${type} THEN ${IN_TITLE}::float` : Prisma.empty}
    WHEN ${title} @@ ${own} AND NOT ${isWritten(term)} THEN ${BELOW}::float
    WHEN ${title} @@ ${own} THEN ${IN_TITLE}::float
    WHEN ${title} @@ ${query} THEN ${SYNONYM_IN_TITLE}::float
    WHEN ts_filter(e."vector", '{b}') @@ ${query} THEN ${IN_LEAD}::float
    WHEN e."vector" @@ ${query} THEN ${BELOW}::float ELSE 0 END`;
}

/** How many of the terms are followed, in the title, by the one that was typed after them: a share. */
function orderOf(terms: readonly AskedTerm[]): Prisma.Sql {
  const pairs = terms.slice(1).map((term, rank) => {
    const before = terms[rank]?.own ?? term.own;
    const apart = BETWEEN.map((distance) => Prisma.sql`tsquery_phrase(${before}, ${term.own}, ${distance}::int)`);
    // The vector has the title twice, once for each dictionary: its end is followed by its beginning.
    return Prisma.sql`CASE WHEN ts_filter(e."vector", '{a}') @@ (${before} && ${term.own})
      THEN (to_tsvector('french_unaccent', search_plain(e."title")) @@ (${Prisma.join(apart, " || ")}))::int ELSE 0 END`;
  });
  return pairs.length ? Prisma.sql`${sum(pairs)} / ${pairs.length}::float` : Prisma.sql`0`;
}

/** A name that the beginning of `e` does not write is but the stem of another word there: « Fonda » has that of « fonds ». */
function namesOf(terms: readonly AskedTerm[], whole: string): Prisma.Sql {
  const names = terms.filter(({ typed, forms }) => isNameWithin(typed, whole) && forms.length <= SPELLINGS);
  if (names.length === 0) return Prisma.sql`1`;
  const written = names.map(({ typed }) => `\\m${wordKey(typed).replace(/e$/, "")}[[:alpha:]]{0,3}\\M`);
  return Prisma.sql`CASE WHEN search_fold(concat_ws(' ', e."title", e."lead", left(e."text", ${BEGINNING}))) ~ ALL(${written}::text[])
    THEN 1 ELSE ${STEM_OF_A_NAME}::float END`;
}

/** The score of the row `e` of "SearchEntry". */
export function scoreSql(at: Date, { typed, text, frequencies }: Understood): Prisma.Sql {
  const { terms } = text;
  const weights = terms.map((_, rank) => weightOf(frequencies[rank] ?? 0));
  const all = weights.reduce((total, weight) => total + weight, 0);
  const relevance = terms.map((term, rank) => Prisma.sql`${(weights[rank] ?? 0) / all}::float * ${relevanceOf(term)}`);
  const intent = intentOf(typed, terms);
  const asked = inMasculine(terms.map((term) => term.typed).join(" "));
  // A question is no name: its verb tells what is wanted.
  const words = intent === "question" ? inMasculine(typed) : asked;
  const [interrogative] = intent === "question" ? (INTERROGATIVE.exec(folded(typed)) ?? []) : [];
  const named = interrogative ? SAME_QUESTION : SAME_NAME;
  // « Pourquoi s’allier » is called « Pourquoi faire alliance ».
  const verbs = intent === "question" ? functionWordsOf(typed) : "";
  const others = terms.length === 1 ? (terms[0]?.forms ?? []).map((form) => `${verbs} ${form}`) : [];
  const otherKeys = others.length
    ? Prisma.sql`ARRAY[${Prisma.join(others.map((form) => Prisma.sql`search_key(${form})`))}]`
    : Prisma.sql`'{}'::text[]`;
  const natures = EDITORIAL_NOUNS.map(
    (noun) => Prisma.sql`WHEN ${noun} THEN ${(NATURES[noun] ?? 1) * (FAVOURED[intent][noun] ?? 1)}::float`,
  );
  const path = isPathOf(typed) ?? Prisma.sql`FALSE`;
  const whole = terms.length > 1 ? Prisma.sql`e."vector" @@ ${enoughOf(text)}` : Prisma.sql`FALSE`;
  return Prisma.sql`(CASE WHEN ${whole} THEN ${WHOLE}::float ELSE 0 END
    + (${sum(relevance)}
      + CASE WHEN ${path} THEN ${OWN_PATH}::float ELSE 0 END
      + CASE WHEN e."names" && ARRAY[search_key(${words})] THEN ${named}::float
             WHEN e."names" && ${otherKeys} THEN ${intent === "question" ? named : SYNONYM_NAME}::float ELSE 0 END
      + CASE WHEN ts_filter(e."vector", '{a}') @@ phraseto_tsquery('french_unaccent', search_plain(${asked}))
        AND ${terms.length === 1 && terms[0] ? isWritten(terms[0]) : Prisma.sql`TRUE`} THEN ${terms.length > 1 ? IN_ORDER : ALONE}::float
             ELSE ${intent === "question" ? 0 : NEARLY_IN_ORDER}::float * ${orderOf(terms)} END
      + ${ALIKE}::float * similarity(search_fold(${words}), e."spelling"))
    * CASE e."noun" ${Prisma.join(natures, " ")} ELSE 1 END
    * CASE WHEN ${interrogative ? Prisma.sql`ts_filter(e."vector", '{a}') @@ plainto_tsquery('french_unaccent', ${interrogative})` : Prisma.sql`FALSE`}
        THEN ${SAME_INTERROGATIVE}::float ELSE 1 END
    * CASE WHEN e."noun" = 'page' AND e."slug" = ANY(${LEGAL}) AND NOT ts_filter(e."vector", '{a}') @@ ${enoughOf(text)}
        THEN ${LEGAL_UNNAMED}::float ELSE 1 END
    * ${namesOf(terms, typed)}
    * CASE WHEN e."first" THEN ${BEGUN_WITH}::float ELSE 1 END
    * CASE WHEN e."opens" THEN 1 ELSE ${NOT_OPEN}::float END
    * CASE WHEN e."startsAt" <= ${at} THEN ${PAST_SESSION}::float ELSE 1 END
    * (1 + ${FRESHNESS}::float * least(1, greatest(0, coalesce(e."year" - ${OLDEST}, 0)) / ${SPAN}::float)))`;
}

export const TIES = Prisma.sql`"startsAt" NULLS FIRST, "position" NULLS LAST, "title" COLLATE "french", "itemId"`;
