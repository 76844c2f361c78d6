import { cardOf, EDITORIAL_NOUNS } from "#lib/nouns/cards";
import type { Files, House, Import, Source } from "#tests/architecture/house";

export type Rule = {
  /** The law, in a few words. */
  law: string;
  /** Why: the message of a failure. */
  reason: string;
  /** What breaks it, one line each, beginning with the file. */
  broken(house: House): string[];
  /** Small houses in which the rule must find something: the proof that it bites. */
  planted: Files[];
  /** A house next to the planted ones that is lawful. */
  lawful?: Files;
};

/** The nouns that build on each other: each may import those before it. */
export const CHAIN = [
  "needs",
  "centres",
  "resources",
  "webinars",
  "cycles",
  "questions",
  "partner-links",
  "people",
  "seats",
  "notices",
  "enrolment",
  "roster",
  "attendance",
  "surveys",
  "announcements",
];
const cards = EDITORIAL_NOUNS.map(cardOf);

/** The nouns that nothing builds on, and that know only what their card says. */
export const LONERS = cards.map(({ folder }) => folder).filter((folder) => !CHAIN.includes(folder));
export const NOUNS = [...CHAIN, ...LONERS];

/** The noun of a file in lib or components, if it belongs to one. */
export function nounOf(file: string): string | undefined {
  const [room, folder] = file.split("/");
  return (room === "lib" || room === "components") && NOUNS.includes(folder ?? "") ? folder : undefined;
}

/** Whether one noun may know another: itself, one before it, one that its card names. */
export const mayKnow = (noun: string, other: string): boolean =>
  noun === other ||
  (CHAIN.includes(noun) && CHAIN.includes(other) && CHAIN.indexOf(other) < CHAIN.indexOf(noun)) ||
  cards.some(({ folder, knows }) => folder === noun && knows?.includes(other));

/** Whether a path is one of the listed files or lies in one of the listed folders (which end with a slash). */
export const within = (file: string, places: readonly string[]): boolean =>
  places.some((place) => (place.endsWith("/") ? file.startsWith(place) : file === place));

/** The imports of some files that a condition condemns, as lines. */
export function imports(
  house: House,
  files: (file: string) => boolean,
  condemned: (target: Import, source: Source) => boolean,
): string[] {
  return house.sources
    .filter((source) => files(source.path))
    .flatMap((source) =>
      source.imports
        .filter((target) => condemned(target, source))
        .map(({ specifier }) => `${source.path} imports ${specifier}`),
    );
}

/** The line of a place in a text, counted from one. */
export const lineAt = (text: string, offset: number): number => text.slice(0, offset).split("\n").length;
