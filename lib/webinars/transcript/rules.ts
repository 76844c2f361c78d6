import { sixties } from "#lib/captions/moments/rules";

/** A time code that begins a line of a transcript: [01:02:34], or [12:34]. A link is none. */
const TIME_CODE = /^[ \t]*\[((?:\d{1,2}:[0-5]\d|\d{1,3}):[0-5]\d)\](?!\():?[ \t]*/gm;

/** The second that a time code names. @param code hh:mm:ss or mm:ss */
export const secondOf = (code: string): number => code.split(":").reduce((sum, part) => sum * 60 + Number(part), 0);

/** « 12 min 34 s »: a moment of the replay, in words that no hour of the day is mistaken for. */
export function momentWords(second: number): string {
  const [hours, minutes, seconds] = sixties(second);
  const words = [hours && `${hours} h`, (hours || minutes) && `${minutes} min`, `${seconds} s`];
  return words.filter(Boolean).join(" ").replaceAll(" ", "\u00A0");
}

export const momentId = (second: number): string => `t-${second}`;

/** A transcript in which each time code begins a paragraph. @param write what stands there for a second of the replay */
export const withMoments = (transcript: string, write: (second: number) => string): string =>
  transcript.replace(TIME_CODE, (_, code: string) => `\n${write(secondOf(code))} `).trimStart();
