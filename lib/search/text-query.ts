import { readTerms, type Term, type Vocabulary } from "#lib/search/words";
import { Prisma } from "#prisma/client";

export type AskedTerm = {
  typed: string;
  meant?: string | undefined;
  forms: readonly string[];
  /** Between quotes: as it is, or not at all. */
  isQuoted: boolean;
  /** `tsquery` that says the term, under any of its forms. */
  query: Prisma.Sql;
  /** The same without its synonyms. */
  own: Prisma.Sql;
  /** `tsquery` of the word that the index has for it: the type of a document. */
  type: Prisma.Sql | null;
  /** The same, or words that begin with it: what is near matches some. */
  loose: Prisma.Sql;
};

export type TextQuery = {
  terms: readonly AskedTerm[];
  /** `tsquery` that says one of the terms. */
  any: Prisma.Sql;
  /** `tsquery` of what must not be said; null when nothing is excluded. */
  excluded: Prisma.Sql | null;
};

/** Up to so many terms, each must be found; a longer question is answered by what says most of it. */
const FEW_TERMS = 3;
const MOST = 0.6;
/** More terms than this make no question, and cost the database dearly. */
const MOST_TERMS = 7;

/** Every kind of quotes and of minus as one: phones and French keyboards write many. */
const straight = (words: string) =>
  words.replace(/[«‹]\s*|(?<!\s)\s*[»›]|[“”„‟＂]/g, '"').replace(/(?<!\S)[−–](?=\S)/g, "-");
const QUOTED = /(?<!\S)(-?)"([^"]+)"/gu;
const EXCLUDED = /(?<!\S)-([\p{L}\p{N}]\S*)/gu;

const anyOf = (queries: readonly Prisma.Sql[]) => Prisma.sql`(${Prisma.join([...queries], " || ")})`;

/** Words or phrases in either dictionary: what both say alike is asked once. */
const anyPhrase = (forms: readonly string[]) => Prisma.sql`(
  SELECT coalesce(string_agg(DISTINCT '(' || "said"::text || ')', '|'), '')::tsquery
  FROM unnest(${forms}::text[]) AS "form" CROSS JOIN LATERAL (VALUES (phraseto_tsquery('french', search_plain("form"))),
    (phraseto_tsquery('french_unaccent', search_plain("form")))) AS spelt("said") WHERE numnode("said") > 0)`;

/** The stem of « commune » is that of « commun »: see `search_plain`. */
const noun = (form: string) => form.replace(/^communes?$/iu, "municipalité");

function termQuery({ forms, lexeme }: Term): Prisma.Sql {
  const phrases = anyPhrase([...new Set(forms.map(noun))]);
  return lexeme ? anyOf([phrases, Prisma.sql`quote_literal(${lexeme})::tsquery`]) : phrases;
}

/** Words that begin with this one; a shorter beginning would take anything. */
const SHORTEST_BEGINNING = 5;
const begunBy = (word: string): Prisma.Sql[] =>
  word.length < SHORTEST_BEGINNING || word.includes(" ")
    ? []
    : [Prisma.sql`(quote_literal(search_fold(${word})) || ':*')::tsquery`];

function asked(term: Term, isQuoted: boolean, begun: boolean): AskedTerm {
  const exact = termQuery(term);
  const loose = anyOf([exact, ...begunBy(term.typed)]);
  const query = begun ? loose : exact;
  // « évaluation d’impact » is said by « évaluation de l’impact ».
  const said = isQuoted ? [] : term.own.slice(0, 1).filter((words) => words.includes(" "));
  const own = anyOf([
    anyPhrase(term.own.map(noun)),
    ...said.map((words) => Prisma.sql`plainto_tsquery('french_unaccent', search_plain(${words}))`),
  ]);
  const type = term.lexeme ? Prisma.sql`quote_literal(${term.lexeme})::tsquery` : null;
  return {
    typed: term.typed,
    meant: term.meant,
    forms: term.forms,
    isQuoted,
    query,
    own: begun ? loose : own,
    type,
    loose,
  };
}

const asTyped = (words: string): Term => ({ typed: words, own: [words], forms: [words] });

/**
 * Over vectors made by `search_vector` (see the migration): terms in either dictionary, under any of their spellings and
 * synonyms, « phrases » as they are, nothing of what follows a minus; null when nothing was asked.
 * @param begun terms of which only the beginning was typed
 */
export function textQuery(
  typed: string,
  vocabulary: Vocabulary = {},
  begun: ReadonlySet<string> = new Set(),
): TextQuery | null {
  const excluded: string[] = [];
  const quoted: string[] = [];
  const rest = straight(typed)
    .replace(QUOTED, (_, minus: string, words: string) => {
      (minus ? excluded : quoted).push(words.trim());
      return " ";
    })
    .replace(EXCLUDED, (_, word: string) => {
      excluded.push(word);
      return " ";
    });
  const known = quoted.filter((words) => readTerms(words).length > 0).map(asTyped);
  const terms = [...known, ...readTerms(rest, vocabulary)]
    .slice(0, MOST_TERMS)
    .map((term) => asked(term, known.includes(term), begun.has(term.typed)));
  if (terms.length === 0) return null;
  const refused = excluded.filter((words) => readTerms(words).length > 0).map((words) => termQuery(asTyped(words)));
  return {
    terms,
    any: anyOf(terms.map(({ query }) => query)),
    excluded: refused.length ? anyOf(refused) : null,
  };
}

/** How many terms must be said by what answers. */
const requiredTerms = (count: number, few: number): number => (count <= few ? count : Math.ceil(count * MOST));

/** At least so many of some queries, as one query: the index alone then answers. */
function atLeast(count: number, [first, ...rest]: readonly Prisma.Sql[]): Prisma.Sql | null {
  if (!first || count > rest.length + 1) return null;
  if (count === 1) return anyOf([first, ...rest]);
  const withFirst = atLeast(count - 1, rest);
  const without = atLeast(count, rest);
  const both = withFirst && Prisma.sql`(${first} && ${withFirst})`;
  const ways = [both, without].filter((way) => way !== null);
  return ways.length ? anyOf(ways) : null;
}

/** What the row `e` of "SearchEntry" says, and what its title says, as they are indexed: see the migration. */
export const WORDS = Prisma.sql`search_words(e."vector")`;
export const TITLE_WORDS = Prisma.sql`search_titles(e."vector")`;

const unlessExcluded = ({ excluded }: TextQuery, said: Prisma.Sql): Prisma.Sql =>
  excluded ? Prisma.sql`(${said} AND NOT e."vector" @@ ${excluded})` : Prisma.sql`(${said})`;

/** What a vector says that answers a search, as one query. @param few up to so many terms, each must be said */
export const enoughOf = ({ terms, any }: TextQuery, few = FEW_TERMS): Prisma.Sql =>
  atLeast(
    requiredTerms(terms.length, few),
    terms.map(({ query }) => query),
  ) ?? any;

/** Whether the row `e` answers a search. */
export const answersSql = (text: TextQuery, few?: number): Prisma.Sql =>
  unlessExcluded(text, Prisma.sql`${WORDS} @@ ${enoughOf(text, few)}`);

/** The fewest terms that weigh half of all, in each way. */
function halves(weights: readonly number[]): number[][] {
  const weigh = (ranks: readonly number[]) => ranks.reduce((sum, rank) => sum + (weights[rank] ?? 0), 0);
  const half = weigh([...weights.keys()]) / 2;
  const all = Array.from({ length: 2 ** weights.length }, (_, bits) =>
    [...weights.keys()].filter((rank) => (bits >> rank) & 1),
  ).filter((ranks) => weigh(ranks) >= half);
  return all.filter((ranks) => ranks.every((rank) => weigh(ranks.filter((other) => other !== rank)) < half));
}

/** What says half of what was asked, by the weight of its terms, and all that is between quotes. */
function mostOf({ terms }: TextQuery, weights: readonly number[]): Prisma.Sql {
  const quoted = terms.filter(({ isQuoted }) => isQuoted);
  const ways = halves(weights).map((ranks) => [...new Set([...quoted, ...ranks.flatMap((rank) => terms[rank] ?? [])])]);
  return anyOf(
    ways.map(
      (way) =>
        Prisma.sql`(${Prisma.join(
          way.map(({ query }) => query),
          " && ",
        )})`,
    ),
  );
}

/** Whether the row `e` says most of what was asked, or its title does. */
export const saysMost = (text: TextQuery, weights: readonly number[]): Prisma.Sql =>
  unlessExcluded(text, Prisma.sql`${WORDS} @@ ${mostOf(text, weights)}`);
export const titleSaysMost = (text: TextQuery, weights: readonly number[]): Prisma.Sql =>
  unlessExcluded(text, Prisma.sql`${TITLE_WORDS} @@ ${mostOf(text, weights)}`);

/** Whether the row `e` says one of the terms. */
export const saysAny = (text: TextQuery): Prisma.Sql => unlessExcluded(text, Prisma.sql`${WORDS} @@ ${text.any}`);

/** Whether the row `e` says one of some phrases, as they are. */
export const saysPhraseSql = (phrases: readonly string[]): Prisma.Sql =>
  Prisma.sql`${WORDS} @@ ${anyPhrase(phrases.map(noun))}`;

/** Whether the row `e` says a share of the terms, or words that begin so. */
export function isNear(text: TextQuery, share: number): Prisma.Sql {
  const queries = text.terms.map(({ loose }) => loose);
  return unlessExcluded(
    text,
    Prisma.sql`${WORDS} @@ ${atLeast(Math.ceil(queries.length * share), queries) ?? text.any}`,
  );
}

/** The queries of a term as the database wrote them: parsed once, they are constants to its planner. */
export type Written = { query: string; own: string; loose: string };

export function written(text: TextQuery, queries: readonly Written[]): TextQuery {
  const constant = (query: string) => Prisma.sql`${query}::tsquery`;
  const terms = text.terms.map((term, rank) => {
    const { query = "", own = "", loose = "" } = queries[rank] ?? {};
    return { ...term, query: constant(query), own: constant(own), loose: constant(loose) };
  });
  return { ...text, terms, any: anyOf(terms.map(({ query }) => query)) };
}
