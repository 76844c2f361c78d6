import { readTerms, type Term } from "#lib/search/words";
import { Prisma } from "#prisma/client";

/** Signs of a search that says itself how its words combine: "phrase", -word, or. */
const OPERATORS = /"|(^|\s)-[\p{L}\p{N}]|\sor\s/iu;

export type TextQuery = {
  /** `tsquery` that every result matches. */
  strict: Prisma.Sql;
  /** Each term, with a `tsquery` that also takes words that begin with it: what is near matches some. */
  terms: readonly { typed: string; loose: Prisma.Sql }[];
};

const anyOf = (queries: Prisma.Sql[]) => Prisma.sql`(${Prisma.join(queries, " || ")})`;
const allOf = (queries: Prisma.Sql[]) => Prisma.sql`(${Prisma.join(queries, " && ")})`;
/** PostgreSQL only reads straight signs: phones and French keyboards write others. */
const straight = (words: string) => words.replace(/[’‘‛]/g, "'").replace(/[«‹]\s*|(?<!\s)\s*[»›]|[“”„‟＂]/g, '"');

const phrase = (words: string) => [
  Prisma.sql`phraseto_tsquery('french', ${straight(words)})`,
  Prisma.sql`phraseto_tsquery('french_unaccent', ${straight(words)})`,
];

function termQuery({ forms, lexeme }: Term): Prisma.Sql {
  const queries = forms.flatMap(phrase);
  return anyOf(lexeme ? [...queries, Prisma.sql`quote_literal(${lexeme})::tsquery`] : queries);
}

/** Words that begin with this one; a shorter beginning would take anything. */
const SHORTEST_BEGINNING = 5;
const begunBy = (word: string): Prisma.Sql[] =>
  word.length < SHORTEST_BEGINNING || word.includes(" ")
    ? []
    : [Prisma.sql`(quote_literal(search_fold(${word})) || ':*')::tsquery`];

const asOperated = (typed: string) =>
  anyOf([
    Prisma.sql`websearch_to_tsquery('french', ${straight(typed)})`,
    Prisma.sql`websearch_to_tsquery('french_unaccent', ${straight(typed)})`,
  ]);

/**
 * Over vectors made by `search_vector` (see the migration): every term must be found, in either dictionary, under any
 * of its spellings and synonyms; null when nothing was asked.
 * @param lexemes words (by `wordKey`) that the index also knows as a word of its own
 */
export function textQuery(typed: string, lexemes?: ReadonlyMap<string, string>): TextQuery | null {
  const terms = readTerms(typed, lexemes);
  if (terms.length === 0) return null;
  return {
    strict: OPERATORS.test(straight(typed)) ? asOperated(typed) : allOf(terms.map(termQuery)),
    terms: terms.map((term) => ({ typed: term.typed, loose: anyOf([termQuery(term), ...begunBy(term.typed)]) })),
  };
}
