/** What a file of subtitles holds, whichever of its lines are missing or too many. */
export type Cues = {
  /** As WebVTT, which any reader of it understands. */
  canonical: string;
  /** How many times and words stand in the file. */
  counted: { cues: number; words: number };
  /** Lines of time that cannot be read: their words go with those before. */
  unread: string[];
};

const ARROW = "-->";
const LONGEST_TIME_LINE = 500;
const TIME = /^(?:(\d{1,2}):)?(\d{1,3}):(\d{1,2})(?:[.,:](\d{1,9}))?$/;
/** A block beside the subtitles, which nobody says. */
const BESIDE = /^(?:NOTE|STYLE|REGION)(?!\S)/;
const NUMBER = /^\d{1,9}$/;
/** Places on the screen and colours, of SubStation and of SRT; a break of its lines. */
const LOOK = /\{\\[^{}]*\}|<\/?(?:font|b|i|u|s|span|div|p)(?:\s[^<>]*)?>/gi;
const BREAK = /\\N|<br ?\/?>/g;
const MOST_TAGS = 200;
const ANY_TAG = /<[^<>]*>/g;

/** In milliseconds; null when it is none. */
function timeIn(text: string): number | null {
  const [time, hours = "0", minutes = "0", seconds = "0", fraction = ""] = TIME.exec(text.trim()) ?? [];
  if (time === undefined || Number(seconds) > 59) return null;
  const whole = (Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds);
  return whole * 1000 + Number(fraction.padEnd(3, "0").slice(0, 3));
}

function stamp(time: number): string {
  const parts = [Math.floor(time / 3_600_000), Math.floor(time / 60_000) % 60, Math.floor(time / 1000) % 60];
  return `${parts.map((part) => String(part).padStart(2, "0")).join(":")}.${String(time % 1000).padStart(3, "0")}`;
}

const isTiming = (line: string) => line.length <= LONGEST_TIME_LINE && line.includes(ARROW);

/** Start and end; an end that is missing, or before its start, is its start. */
function timingIn(line: string): [start: number, end: number] | null {
  const [from = "", rest = ""] = line.split(ARROW);
  const start = timeIn(from);
  const end = timeIn(rest.trim().split(/\s/)[0] ?? "");
  return start === null ? null : [start, Math.max(start, end ?? start)];
}

function spoken(text: string): string {
  const plain = text.replace(BREAK, "\n").replaceAll("\\h", " ").replace(LOOK, "").replaceAll(ARROW, "→");
  return plain.split("<").length > MOST_TAGS ? plain.replace(ANY_TAG, "").replaceAll("<", " ") : plain;
}

/** Stretches without spaces that hold a letter or a digit. */
export const wordsIn = (text: string): number => text.match(/[\p{L}\p{N}]\S*/gu)?.length ?? 0;

/** The lines of each time, without numbers, names of cues, notes, styles and empty lines. */
function* blocks(lines: readonly string[], isVtt: boolean): Generator<{ timing: string; said: string[] }> {
  let block: { timing: string; said: string[] } | null = null;
  let isBeside = false;
  let isNew = true;
  for (const [index, line] of lines.entries()) {
    const next = lines[index + 1] ?? "";
    if (isTiming(line)) {
      if (block) yield block;
      block = { timing: line, said: [] };
      isBeside = false;
    } else if (line.trim() === "") isBeside = false;
    else {
      if (isNew && isVtt && BESIDE.test(line)) isBeside = true;
      const isName = isTiming(next) && (NUMBER.test(line.trim()) || (isVtt && isNew));
      if (!isBeside && !isName) block?.said.push(line);
    }
    isNew = line.trim() === "";
  }
  if (block) yield block;
}

/** Reads what a strict reader refuses or drops: empty lines that are lost or too many, times written otherwise. */
export function cuesIn(text: string): Cues {
  const cues: { start: number; end: number; said: string[] }[] = [];
  const unread: string[] = [];
  const counted = { cues: 0, words: 0 };
  for (const { timing, said } of blocks(text.split("\n"), text.startsWith("WEBVTT"))) {
    const time = timingIn(timing);
    const words = spoken(said.join("\n"))
      .split("\n")
      .filter((line) => line.trim() !== "");
    counted.cues += 1;
    counted.words += wordsIn(words.join(" ").replace(ANY_TAG, ""));
    const last = cues.at(-1);
    if (time) cues.push({ start: time[0], end: time[1], said: words });
    else {
      unread.push(timing);
      last?.said.push(...words);
    }
  }
  const canonical = cues.map(
    ({ start, end, said }) => `${stamp(start)} --> ${stamp(Math.max(end, start + 1))}\n${said.join("\n")}`,
  );
  return { canonical: ["WEBVTT", ...canonical].join("\n\n"), counted, unread };
}
