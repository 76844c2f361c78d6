import { tokenizeVTTCue, type VTTCue, type VTTNode } from "media-captions";
import { type Cues, wordsIn } from "#lib/captions/cues/rules";
import { timeCode } from "#lib/captions/moments/rules";
import type { Result } from "#lib/platform/result";

/** What one person says in one breath. Seconds from the start of the recording. */
type Speech = { from: number; to: number; speaker: string | null; text: string };

/** A silence longer than this begins a paragraph. */
const PAUSE_SECONDS = 2;
/** A paragraph ends with the first sentence that ends after so many words, and with any after twice as many. */
const PARAGRAPH_WORDS = 60;
const MOST_LINES = 4;
/** Too short a time to say anything. */
const FLASH_SECONDS = 0.1;
const SENTENCE_END = /[.?!…]["»”’)\u00A0\u202F ]*$/;
const NO_TAG = /<(?!\/?[a-z]|\d+:)/gi;
const TIMING = /^[ \t]{0,9}\d{1,4}(?::\d{1,2}){1,2}(?:[.,:]\d{1,9})?[ \t]{0,9}-->/m;

export const areCaptions = (text: string): boolean => /^WEBVTT(?!\S)/.test(text) || TIMING.test(text);

/** « 2 < 3 » opens no tag. */
export const withoutStrayTags = (text: string): string => text.replace(NO_TAG, "&lt;");

const voices = (nodes: readonly VTTNode[], speaker: string | null): Pick<Speech, "speaker" | "text">[] =>
  nodes.flatMap((node) =>
    "data" in node
      ? [{ speaker, text: node.data }]
      : voices(node.children, node.type === "v" ? node.voice?.trim() || speaker : speaker),
  );

const speechesOf = (cues: readonly VTTCue[]): Speech[] =>
  cues
    .toSorted((a, b) => a.startTime - b.startTime)
    .flatMap((cue) => {
      const speeches: Speech[] = [];
      for (const voice of voices(tokenizeVTTCue(cue), null)) {
        const last = speeches.at(-1);
        if (last && last.speaker === voice.speaker) last.text += voice.text;
        else speeches.push({ ...voice, from: cue.startTime, to: cue.endTime });
      }
      return speeches;
    });

const LONGEST_NAME = 60;

/** « Ada Martin: Bonjour »: who speaks, and what is said. */
function labelled(text: string): { name: string; said: string } | null {
  const line = text.trimStart();
  const colon = line.indexOf(":");
  const [name, said] = [line.slice(0, colon).trimEnd(), line.slice(colon + 1)];
  const isName = colon > 0 && name !== "" && name.length <= LONGEST_NAME && !name.includes("\n");
  return isName && /^ +\S/.test(said) ? { name, said: said.trimStart() } : null;
}

/** Zoom writes who speaks before the words: « Ada Martin: Bonjour ». Believed only where most subtitles begin so. */
function withSpeakers(speeches: Speech[]): Speech[] {
  const labels = speeches.map(({ speaker, text }) => (speaker === null ? labelled(text) : null));
  if (labels.filter(Boolean).length * 2 < speeches.length) return speeches;
  return speeches.map((speech, index) => {
    const label = labels[index];
    return label ? { ...speech, speaker: label.name, text: label.said } : speech;
  });
}

const linesOf = (text: string) =>
  text
    .split("\n")
    .map((line) => line.replace(/\s+/g, " ").trim())
    .filter(Boolean);

/** How many of the lines that begin a subtitle only show again those that ended the one before. */
function echoOf({ from, to, speaker }: Speech, lines: readonly string[], before: Speech | undefined): number {
  if (!before || before.speaker !== speaker || from - before.to > FLASH_SECONDS) return 0;
  const shown = linesOf(before.text);
  const echo = lines
    .slice(0, MOST_LINES)
    .findLastIndex((_, last) => lines.slice(0, last + 1).join("\n") === shown.slice(-last - 1).join("\n"));
  // Alone and long enough to be read, the same words are said a second time.
  return echo === lines.length - 1 && to - from > FLASH_SECONDS ? 0 : echo + 1;
}

/** YouTube shows the last line again above the new one: what was just said is left out. */
function withoutEchoes(speeches: readonly Speech[]): Speech[] {
  return speeches.flatMap((speech, index) => {
    const lines = linesOf(speech.text);
    const text = lines.slice(echoOf(speech, lines, speeches[index - 1])).join(" ");
    return text ? [{ ...speech, text }] : [];
  });
}

function goesOn(paragraph: Speech, next: Speech): boolean {
  const words = paragraph.text.split(" ").length;
  return (
    (next.speaker ?? paragraph.speaker) === paragraph.speaker &&
    next.from - paragraph.to <= PAUSE_SECONDS &&
    words < (SENTENCE_END.test(paragraph.text) ? PARAGRAPH_WORDS : 2 * PARAGRAPH_WORDS)
  );
}

/** Words that Markdown would take for something else. */
const literal = (words: string) => words.replace(/[\\`*_<]|~(?=~)|\](?=[([])/g, "\\$&");

/** Speeches as paragraphs that begin with their time; a name is written where the speaker changes. */
function paragraphsOf(speeches: readonly Speech[]): string {
  const paragraphs: Speech[] = [];
  for (const speech of speeches) {
    const last = paragraphs.at(-1);
    if (last && goesOn(last, speech)) Object.assign(last, { text: `${last.text} ${speech.text}`, to: speech.to });
    else paragraphs.push({ ...speech });
  }
  return paragraphs
    .map(({ from, speaker, text }, index) => {
      const who = speaker && speaker !== paragraphs[index - 1]?.speaker ? `**${literal(speaker)} :** ` : "";
      return `[${timeCode(Math.floor(from))}] ${who}${literal(text)}`;
    })
    .join("\n\n");
}

/** What was read of some subtitles: how many of their times and words, of how many, and the times that were not. */
export type Reading = {
  transcript: string;
  cues: { kept: number; of: number };
  words: { kept: number; of: number };
  unread: string[];
};

/** As `readCaptions`, once its file was read. */
export function transcriptOf({ counted, unread }: Cues, cues: readonly VTTCue[]): Result<Reading, string> {
  const heard = speechesOf(cues);
  const transcript = paragraphsOf(withoutEchoes(withSpeakers(heard)));
  if (!transcript) return { ok: false, reason: unread[0] ?? "" };
  const kept = heard.reduce((sum, { text }) => sum + wordsIn(text), 0);
  return {
    ok: true,
    transcript,
    cues: { kept: cues.length, of: counted.cues },
    words: { kept, of: counted.words },
    unread,
  };
}
