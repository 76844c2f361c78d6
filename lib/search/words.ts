import { folded } from "#lib/platform/letters";
import { SYNONYMS } from "#lib/search/synonyms";

export type Term = {
  typed: string;
  forms: readonly string[];
  /** Words that only the index has, if the term is one of them: « type:guide ». */
  lexeme?: string | undefined;
};

/** Function words that the French dictionaries of PostgreSQL keep, or keep once their accent is gone. */
const FUNCTION_WORDS =
  "a au aux avec c ce ces cet cette comment d dans de des du elle elles en est et eux il ils j je l la le les leur leurs lui m ma mais me meme memes mes moi mon n ne nos notre nous on ou par pas pour qu que quel quelle quelles quels qui s sa se ses son sont sur t ta te tes toi ton tu un une vos votre vous y";

const LONGEST_PHRASE = 6;
const SEPARATORS = /[^\p{L}\p{N}&-]+/u;

/** How words are compared here: no accent, no case, no hyphen, no final s or x. */
export const wordKey = (words: string): string =>
  folded(words)
    .split(/[^\p{L}\p{N}&]+/u)
    .filter(Boolean)
    .map((word) => (word.length > 3 ? word.replace(/[sx]$/, "") : word))
    .join(" ");

const emptyWords = new Set(FUNCTION_WORDS.split(" ").map(wordKey));

const groups: ReadonlyMap<string, readonly string[]> = new Map(
  SYNONYMS.flatMap((group) => group.map((word) => [wordKey(word), group] as const)),
);

/** A word, the same without its hyphens, and its parts one after the other. */
const spellings = (word: string): string[] =>
  word.includes("-") ? [word, word.replaceAll("-", ""), word.replaceAll("-", " ")] : [word];

/**
 * The longest known phrase first; no term when only function words were typed.
 * @param lexemes words and phrases (by `wordKey`) that have a word of their own in the index
 */
export function readTerms(typed: string, lexemes: ReadonlyMap<string, string> = new Map()): Term[] {
  const words = typed
    .split(SEPARATORS)
    .map((word) => word.replace(/^[-&]+|(?<![-&])[-&]+$/g, ""))
    .filter(Boolean);
  const terms: Term[] = [];
  for (let start = 0; start < words.length; ) {
    const [length, term] = termAt(words.slice(start, start + LONGEST_PHRASE), lexemes);
    if (term) terms.push(term);
    start += length;
  }
  return terms;
}

/** The longest known phrase that begins a list, else its first word, and how many words it takes. */
function termAt(words: readonly string[], lexemes: ReadonlyMap<string, string>): [length: number, term: Term | null] {
  for (let length = words.length; length > 0; length -= 1) {
    const typed = words.slice(0, length).join(" ");
    const key = wordKey(typed);
    const synonyms = groups.get(key);
    const lexeme = lexemes.get(key);
    if (synonyms || lexeme) return [length, { typed, forms: [...spellings(typed), ...(synonyms ?? [])], lexeme }];
  }
  const [typed = ""] = words;
  return [1, emptyWords.has(wordKey(typed)) ? null : { typed, forms: spellings(typed) }];
}

const MOST_WORDS = 8;

/** The words by which somebody is looked for, in any order; an address stays whole. */
export const personWords = (typed: string): string[] =>
  typed
    .split(/[\s,;]+/u)
    .flatMap((word) => (word.includes("@") ? [word] : word.split(/[^\p{L}\p{M}\p{N}._+]+/u)))
    .filter(Boolean)
    .slice(0, MOST_WORDS);
