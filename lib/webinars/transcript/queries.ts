import type { Element, Text } from "hast";
import { timeCode } from "#lib/captions/moments/rules";
import { db } from "#lib/platform/db";
import { parseMarkdown } from "#lib/platform/markdown";
import { visibleAt } from "#lib/publication/rules";
import { extractOf, phraseKeys, sayingAll, saysPhrase } from "#lib/search/passages";
import { readTerms, type Vocabulary } from "#lib/search/words";
import { replayColumns } from "#lib/webinars/queries";
import { playerOf } from "#lib/webinars/replay/rules";
import { isReplayPublic } from "#lib/webinars/rules";
import type { Moment, TranscriptView } from "#lib/webinars/schema";
import { momentId, momentWords, secondOf, withMoments } from "#lib/webinars/transcript/rules";

/** Under so many characters, three screens of a phone, reading is quicker than searching. */
const SHORTEST_SEARCHED = 3000;

type Said = Omit<Moment, "playable">;

const CODE = /^\[(\d\d:[0-5]\d:[0-5]\d)\]/;

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

const passagesOf = (markdown: string, taken: Set<string>): Element[] =>
  parseMarkdown(withMoments(markdown, (second) => `[${timeCode(second)}]`)).children.flatMap((child) =>
    child.type === "element" ? [dated(child, taken)] : [],
  );

const secondOfPassage = ({ children }: Element): number | null => {
  const time = children.find((child) => child.type === "element" && child.tagName === "time");
  const duration = time?.type === "element" ? time.properties.dateTime : null;
  return typeof duration === "string" ? Number(duration.slice("PT".length, -"S".length)) : null;
};

/** From which second most of some words are said, synonyms included, and what is; null when no dated passage says any. */
export function momentOf(markdown: string, words: string, vocabulary: Vocabulary = {}): Said | null {
  const terms = readTerms(words, vocabulary).map(({ forms }) => forms.map(phraseKeys));
  let best = { said: 0, second: 0, passage: null as Element | null };
  for (const passage of passagesOf(markdown, new Set())) {
    const second = secondOfPassage(passage);
    if (second === null) continue;
    const said = terms.filter((forms) => forms.some((form) => saysPhrase(passage, form))).length;
    if (said > best.said) best = { said, second, passage };
  }
  return best.passage && { second: best.second, extract: extractOf(best.passage, terms.flat()) };
}

/** Where each of some sessions says some words, in its transcript that the public may read. */
export async function momentsSaying(
  slugs: readonly string[],
  words: string,
  vocabulary: Vocabulary,
  at: Date,
): Promise<Map<string, Moment>> {
  if (slugs.length === 0) return new Map();
  const rows = await db.webinar.findMany({
    where: { ...visibleAt(at), slug: { in: [...slugs] }, transcript: { not: "" } },
    select: { ...replayColumns, slug: true, transcript: true },
  });
  return new Map(
    rows.flatMap((row) => {
      const moment = isReplayPublic(row, at) ? momentOf(row.transcript, words, vocabulary) : null;
      return moment ? [[row.slug, { ...moment, playable: playerOf(row.replayUrl ?? "") !== null }]] : [];
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
  const shown = sayingAll(passages, terms);
  return { tree: { type: "root", children: shown }, searchable, found: shown.length };
}
