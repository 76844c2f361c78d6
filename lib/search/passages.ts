import type { ElementContent, Text } from "hast";
import { piecesAround } from "#lib/search/extracts";
import type { Piece } from "#lib/search/schema";
import { wordKey } from "#lib/search/words";

/** Words that begin with what was typed are found too; a shorter beginning would take anything. */
const SHORTEST_BEGINNING = 4;

const WORD = /[\p{L}\p{M}\p{N}&]+(?:-[\p{L}\p{M}\p{N}&]+)*/gu;

/** Where a word, or a phrase, stands in a text. */
type Span = { start: number; end: number };

/** A word as it is compared: whole without its hyphens, then in parts. */
const keysOf = (word: string) => [word.replaceAll("-", ""), ...word.split("-")].map(wordKey);

const says = (keys: readonly string[], asked: string) =>
  keys.some((key) => key === asked || (asked.length >= SHORTEST_BEGINNING && key.startsWith(asked)));

function spansOf(text: string, term: readonly string[]): Span[] {
  const words = [...text.matchAll(WORD)].map(({ 0: word, index }) => ({
    start: index,
    end: index + word.length,
    keys: keysOf(word),
  }));
  return words.flatMap(({ start }, rank) => {
    const spoken = words.slice(rank, rank + term.length);
    const last = spoken.at(-1);
    const matchingPassages =
      spoken.length === term.length && spoken.every(({ keys }, index) => says(keys, term[index] ?? ""));
    return matchingPassages && last ? [{ start, end: last.end }] : [];
  });
}

const textsOf = (node: ElementContent): Text[] => {
  if (node.type === "text") return [node];
  return node.type === "element" && node.tagName !== "time" ? node.children.flatMap(textsOf) : [];
};

function pieces({ value }: Text, terms: readonly string[][]): ElementContent[] {
  const spans = terms.flatMap((term) => spansOf(value, term)).toSorted((a, b) => a.start - b.start);
  const marked: ElementContent[] = [];
  let at = 0;
  for (const { start, end } of spans) {
    if (start < at) continue;
    marked.push({ type: "text", value: value.slice(at, start) });
    const children: Text[] = [{ type: "text", value: value.slice(start, end) }];
    marked.push({ type: "element", tagName: "mark", properties: {}, children });
    at = end;
  }
  return [...marked, { type: "text", value: value.slice(at) }];
}

/** The same, what was asked marked. */
function marked(node: ElementContent, terms: readonly string[][]): ElementContent[] {
  if (node.type === "text") return pieces(node, terms);
  if (node.type !== "element" || node.tagName === "time") return [node];
  return [{ ...node, children: node.children.flatMap((child) => marked(child, terms)) }];
}

const piecesIn = (node: ElementContent, isMarked = false): Piece[] => {
  if (node.type === "text") return [{ text: node.value, marked: isMarked }];
  if (node.type !== "element" || node.tagName === "time") return [];
  return node.children.flatMap((child) => piecesIn(child, isMarked || node.tagName === "mark"));
};

/** What is said somewhere, times apart, around the first words that were asked. */
export const extractOf = (node: ElementContent, terms: readonly string[][]): Piece[] =>
  piecesAround(marked(node, terms).flatMap((child) => piecesIn(child)));

/** The words of a phrase, as they are compared. */
export const phraseKeys = (words: string): string[] =>
  words.split(" ").map((word) => wordKey(word.replaceAll("-", "")));

/** Whether what is said somewhere, times apart, says a phrase. */
export const saysPhrase = (node: ElementContent, phrase: readonly string[]): boolean =>
  textsOf(node).some(({ value }) => spansOf(value, phrase).length > 0);

export const sayingAll = (passages: readonly ElementContent[], terms: readonly string[][]): ElementContent[] =>
  passages
    .filter((passage) => terms.length > 0 && terms.every((term) => saysPhrase(passage, term)))
    .flatMap((passage) => marked(passage, terms));
