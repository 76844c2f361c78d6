import type { Element, Root, RootContent } from "hast";
import type { TermEntry } from "#lib/glossary/schema";
import { inMasculine, wordKey } from "#lib/search/words";

/** Of a page: past so many, marks are more than its reader asked for, and than its weight allows. */
export const MOST_TERMS = 5;

/** Titles, what leads elsewhere, what is shown as it is typed, and titles of works, in italics. */
const UNTOUCHED = new Set(["h1", "h2", "h3", "h4", "h5", "h6", "th", "a", "code", "pre", "sup", "em"]);
const QUOTED = /«[^«»]*»|“[^“”]*”/g;
const WORD = /[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*/gu;
const JOINT = /^(?:\s+|[’'&])$/;
/** Keeps a mark on the line of its word. */
const JOINER = "\u2060";

type Word = { value: string; start: number; end: number };
type Use = { term: TermEntry; words: number; said: string; end: number };
type Forms = {
  terms: ReadonlyMap<string, TermEntry>;
  longest: number;
  /** What the key of each begins with. */
  openings: ReadonlySet<string>;
  keyOf: (word: string) => string;
};

const wordsOf = (text: string): Word[] =>
  [...text.matchAll(WORD)].map(({ 0: value, index }) => ({ value, start: index, end: index + value.length }));

const isAcronym = (form: string) => form === form.toUpperCase() && form !== form.toLowerCase();

/** Masculine and singular: « territoriales » as « territorial ». */
const sameKey = (word: string) =>
  wordKey(inMasculine(word))
    .replace(/(?:au|ale)$/, "al")
    .replace(/ive$/, "if")
    .replace(/elle$/, "el");

/** Acronyms are read with their capitals: « impact » is not IMPACT. */
const exactly = (words: readonly string[]) => `=${words.join(" ")}`;
const openingOf = (key: string) => key.split(" ", 1).join();

function remembering(keyOf: (word: string) => string) {
  const known = new Map<string, string>();
  return (word: string): string => {
    const key = known.get(word) ?? keyOf(word);
    known.set(word, key);
    return key;
  };
}

function formsOf(terms: readonly TermEntry[]): Forms {
  const named = terms.map((term) => ({ form: term.name, term }));
  const others = terms.flatMap((term) => term.aliases.map((form) => ({ form, term })));
  const keyOf = remembering(sameKey);
  const forms = new Map<string, TermEntry>();
  const openings = new Set<string>();
  let longest = 0;
  for (const { form, term } of [...named, ...others]) {
    const words = wordsOf(form).map(({ value }) => value);
    if (words.length === 0) continue;
    const key = isAcronym(form) ? exactly(words) : words.map(keyOf).join(" ");
    if (!forms.has(key)) forms.set(key, term);
    openings.add(openingOf(key));
    longest = Math.max(longest, words.length);
  }
  return { terms: forms, longest, openings, keyOf };
}

/** The longest term that begins at a word. */
function termAt(text: string, words: readonly Word[], first: number, forms: Forms): Use | null {
  const { terms, longest, openings, keyOf } = forms;
  const opening = words[first]?.value ?? "";
  if (!openings.has(openingOf(keyOf(opening))) && !openings.has(exactly([opening]))) return null;
  let found: Use | null = null;
  const said: string[] = [];
  for (const [rank, { value, start, end }] of words.slice(first, first + longest).entries()) {
    const before = words[first + rank - 1];
    if (rank > 0 && before && !JOINT.test(text.slice(before.end, start))) break;
    said.push(value);
    const term = terms.get(exactly(said)) ?? terms.get(said.map(keyOf).join(" "));
    if (term) found = { term, words: said.length, said: text.slice(words[first]?.start, end), end };
  }
  return found;
}

function usesIn(text: string, forms: Forms): Use[] {
  const open = text.replace(QUOTED, (title) => ".".repeat(title.length));
  const words = wordsOf(open);
  const uses: Use[] = [];
  for (let first = 0; first < words.length; ) {
    const use = termAt(open, words, first, forms);
    if (use) uses.push(use);
    first += use?.words ?? 1;
  }
  return uses;
}

/** The terms that a text says, by their slug. */
export function termsSaid(terms: readonly TermEntry[], text: string): Set<string> {
  return new Set(usesIn(text, formsOf(terms)).map(({ term }) => term.slug));
}

export const noteId = (slug: string): string => `terme-${slug}`;

const opener = ({ term, said }: Use): Element => ({
  type: "element",
  tagName: "button",
  properties: {
    type: "button",
    className: ["term"],
    popoverTarget: noteId(term.slug),
    ariaLabel: `Définition\u00A0: ${said}`,
  },
  children: [],
});

/**
 * The texts of a page, in the order in which they are read, where the first use of each term opens its definition: the longest
 * term first, in any gender and number, nowhere in titles, links and quotes.
 * @returns `met`: the terms of which the page must hold the notes
 */
export function inContext<T extends Record<string, Root>>(
  terms: readonly TermEntry[],
  texts: T,
): { texts: T; met: TermEntry[] } {
  const forms = formsOf(terms);
  const met = new Set<TermEntry>();

  function pieces(text: string): RootContent[] {
    if (met.size >= MOST_TERMS) return [{ type: "text", value: text }];
    const marked: RootContent[] = [];
    let from = 0;
    for (const use of usesIn(text, forms)) {
      if (met.has(use.term) || met.size >= MOST_TERMS) continue;
      met.add(use.term);
      marked.push({ type: "text", value: text.slice(from, use.end) + JOINER }, opener(use));
      from = use.end;
    }
    return [...marked, { type: "text", value: text.slice(from) }];
  }

  function marked<Node extends RootContent>(node: Node): RootContent[] {
    if (node.type === "text") return pieces(node.value);
    if (node.type !== "element" || UNTOUCHED.has(node.tagName)) return [node];
    return [{ ...node, children: node.children.flatMap(marked) as Element["children"] }];
  }

  const laid = Object.entries<Root>(texts).map(([key, tree]) => [
    key,
    { ...tree, children: tree.children.flatMap(marked) },
  ]);
  return { texts: Object.fromEntries(laid), met: [...met] };
}
