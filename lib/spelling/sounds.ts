import { folded } from "#lib/platform/letters";

/** One letter more, less or other, or two that changed places, past the first one. */
export function isSlip(typed: string, known: string): boolean {
  const shortest = Math.min(typed.length, known.length);
  let start = 0;
  while (start < shortest && typed[start] === known[start]) start += 1;
  let end = 0;
  while (end < shortest - start && typed.at(-1 - end) === known.at(-1 - end)) end += 1;
  const [one, other] = [typed.slice(start, typed.length - end), known.slice(start, known.length - end)];
  const isSwap = one.length === 2 && other.length === 2 && one[0] === other[1] && one[1] === other[0];
  return start > 0 && (isSwap || Math.max(one.length, other.length) <= 1);
}

/** What French writes in several ways and says in one, in the order in which it is undone. */
const SOUNDS: readonly [RegExp, string][] = [
  [/ph/g, "f"],
  [/[td]h/g, "t"],
  [/(?<!c)h/g, ""],
  [/qu|ck|q/g, "k"],
  [/c(?=[eiy])/g, "s"],
  [/c(?!h)/g, "k"],
  [/eau|au/g, "o"],
  [/ai|ei|oe/g, "e"],
  [/y/g, "i"],
  [/t(?=ion)/g, "s"],
  [/[ea][nm](?=[^aeiounm])/g, "an"],
  [/(.)\1+/g, "$1"],
  [/(?<=.{3})e?[rsz]$/g, ""],
  [/(?<=.{3})[etdsxz]{1,3}$/g, ""],
];

/** How a word sounds, about: « filantropie » is « philanthropie ». */
export const soundOf = (word: string): string =>
  SOUNDS.reduce((said, [spelt, sound]) => said.replace(spelt, sound), folded(word.replaceAll("ç", "s")));

const SHORTEST_HEARD = 6;

/** The known word that sounds like one, when it is long enough to be no other. */
export const heardAs = (word: string, known: readonly string[]): string | undefined =>
  word.length < SHORTEST_HEARD ? undefined : known.find((one) => soundOf(one) === soundOf(word));

const MISSED = 2;
const joined = (word: string) => word.replaceAll("-", "");

/** Whether a word that nobody knows may be another: « convention » is no « invention », nor « généraliser » a « général ». */
export const isMisspelt = (typed: string, known: string): boolean =>
  Math.abs(typed.length - known.length) <= MISSED &&
  [folded, soundOf].some((spelt) => {
    const [one, other] = [spelt(joined(typed)), spelt(joined(known))];
    return one === other || isSlip(one, other);
  });
