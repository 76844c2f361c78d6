import type { Element, ElementContent, Text } from "hast";
import { db } from "#lib/platform/db";
import { parseMarkdown } from "#lib/platform/markdown";
import { visibleAt } from "#lib/publication/rules";
import { readTerms, type Vocabulary, wordKey } from "#lib/search/words";
import { replayColumns } from "#lib/webinars/queries";
import { playerOf } from "#lib/webinars/replay/rules";
import { isReplayPublic } from "#lib/webinars/rules";
import type { TranscriptView } from "#lib/webinars/schema";
import { momentId, momentWords, secondOf, timeCode, withMoments } from "#lib/webinars/transcript/rules";

/** Under so many characters, three screens of a phone, reading is quicker than searching. */
const SHORTEST_SEARCHED = 3000;
/** Words that begin with what was typed are found too; a shorter beginning would take anything. */
const SHORTEST_BEGINNING = 4;

const CODE = /^\[(\d\d:[0-5]\d:[0-5]\d)\]/;
const WORD = /[\p{L}\p{M}\p{N}&]+(?:-[\p{L}\p{M}\p{N}&]+)*/gu;

/** Where a word, or a phrase, stands in a text. */
type Span = { start: number; end: number };

/** A paragraph that begins with a time code begins with that time instead, and can be led to. */
function dated(element: Element, taken: Set<string>): Element {
  const [first, ...rest] = element.children;
  const code = element.tagName === "p" && first?.type === "text" ? CODE.exec(first.value) : null;
  if (!code?.[1] || first?.type !== "text") return element;
  const second = secondOf(code[1]);
  let id = momentId(second);
  while (taken.has(id)) id += "-suite";
  taken.add(id);
  const time: Element = {
    type: "element",
    tagName: "time",
    properties: { dateTime: `PT${second}S` },
    children: [{ type: "text", value: momentWords(second) }],
  };
  const speech: Text = { type: "text", value: first.value.slice(code[0].length) };
  return { ...element, properties: { id }, children: [time, speech, ...rest] };
}

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

function marked(node: ElementContent, terms: readonly string[][]): ElementContent[] {
  if (node.type === "text") return pieces(node, terms);
  if (node.type !== "element" || node.tagName === "time") return [node];
  return [{ ...node, children: node.children.flatMap((child) => marked(child, terms)) }];
}

const found = (passages: readonly Element[], terms: readonly string[][]): ElementContent[] =>
  terms.length === 0
    ? []
    : passages
        .filter((passage) => {
          const texts = textsOf(passage);
          return terms.every((term) => texts.some(({ value }) => spansOf(value, term).length > 0));
        })
        .flatMap((passage) => marked(passage, terms));

const passagesOf = (markdown: string, taken: Set<string>): Element[] =>
  parseMarkdown(withMoments(markdown, (second) => `[${timeCode(second)}]`)).children.flatMap((child) =>
    child.type === "element" ? [dated(child, taken)] : [],
  );

const secondOfPassage = ({ children }: Element): number | null => {
  const time = children.find((child) => child.type === "element" && child.tagName === "time");
  const duration = time?.type === "element" ? time.properties.dateTime : null;
  return typeof duration === "string" ? Number(duration.slice("PT".length, -"S".length)) : null;
};

const phraseKeys = (words: string): string[] => words.split(" ").map((word) => wordKey(word.replaceAll("-", "")));

/** The second from which most of some words are said, synonyms included; null when no dated passage says any. */
export function momentOf(markdown: string, words: string, vocabulary: Vocabulary = {}): number | null {
  const terms = readTerms(words, vocabulary).map(({ forms }) => forms.map(phraseKeys));
  let best = { said: 0, second: null as number | null };
  for (const passage of passagesOf(markdown, new Set())) {
    const second = secondOfPassage(passage);
    if (second === null) continue;
    const texts = textsOf(passage);
    const said = terms.filter((forms) =>
      forms.some((form) => texts.some(({ value }) => spansOf(value, form).length > 0)),
    ).length;
    if (said > best.said) best = { said, second };
  }
  return best.second;
}

export type Moment = { second: number; playable: boolean };

/** Where each of some sessions says some words, in its transcript that the public may read. */
export async function momentsSaying(
  slugs: readonly string[],
  words: string,
  vocabulary: Vocabulary,
  at: Date,
): Promise<Map<string, Moment>> {
  const rows = await db.webinar.findMany({
    where: { ...visibleAt(at), slug: { in: [...slugs] }, transcript: { not: "" } },
    select: { ...replayColumns, slug: true, transcript: true },
  });
  return new Map(
    rows.flatMap((row) => {
      const second = isReplayPublic(row, at) ? momentOf(row.transcript, words, vocabulary) : null;
      return second === null ? [] : [[row.slug, { second, playable: playerOf(row.replayUrl ?? "") !== null }]];
    }),
  );
}

/**
 * A transcript whole, or what it says of some words, whatever their case, accents, hyphens and plural. Function words
 * are not looked for; nor is anything in a transcript too short to be searched. What editors keep as one phrase is one.
 */
export function readTranscript(markdown: string, words: string, vocabulary: Vocabulary = {}): TranscriptView {
  const searchable = markdown.length >= SHORTEST_SEARCHED;
  const taken = new Set<string>();
  const passages = passagesOf(markdown, taken);
  if (!searchable || !words) return { tree: { type: "root", children: passages }, searchable, found: null };
  const terms = readTerms(words, vocabulary).map(({ typed }) => phraseKeys(typed));
  const shown = found(passages, terms);
  return { tree: { type: "root", children: shown }, searchable, found: shown.length };
}
