import { z } from "zod";
import { firstOfRepeated, linesOf } from "#lib/forms/fields";
import { CARDS, EDITORIAL_NOUNS, type EditorialNoun } from "#lib/nouns/cards";

const MAX_QUERY_LENGTH = 200;
/** Control characters, which PostgreSQL refuses (NUL) or nobody types. */
const UNTYPED = /\p{Cc}+/gu;

/** The words of a search, read from its address: what is none is nothing, what is too long is cut. */
export const searchWords = z
  .preprocess(firstOfRepeated, z.string())
  .catch("")
  .transform((typed) =>
    typed.toWellFormed().normalize("NFC").replace(UNTYPED, " ").trim().slice(0, MAX_QUERY_LENGTH).toWellFormed(),
  );

/** A search over everything, read from its address: an unknown nature is none. */
export const siteQuery = z.object({
  q: searchWords,
  nature: z
    .preprocess(firstOfRepeated, z.enum(EDITORIAL_NOUNS.map((noun) => CARDS[noun].section)).optional())
    .catch(undefined),
  page: z.preprocess(firstOfRepeated, z.coerce.number().int().min(1).max(1000)).catch(1),
});
export type SiteQuery = z.output<typeof siteQuery>;

const LONGEST_BEGINNING = 60;
/** What is being typed: the same letters ask the same, whatever their case. */
export const suggestionQuery = z.object({
  q: searchWords.transform((typed) => typed.slice(0, LONGEST_BEGINNING).toWellFormed().toLowerCase().trim()),
});

/** A piece of an extract; what was asked is marked. */
export type Piece = { text: string; marked: boolean };

export type FoundEntry = {
  noun: EditorialNoun;
  slug: string;
  title: string;
  lead: string;
  /** The beginning of what lies below the lead. */
  text: string;
  extract: Piece[];
  opens: boolean;
  startsAt: Date | null;
  year: number | null;
};

export type Service = { path: string; title: string; summary: string };

/** What is nearest to a word that is nowhere. */
export type Correction = { typed: string; meant: string };

export type SiteResults = {
  services: Service[];
  /** The best answers, whatever their nature; then, by nature, those that follow. */
  first: FoundEntry[];
  groups: { noun: EditorialNoun; total: number; entries: FoundEntry[] }[];
  total: number;
  page: number;
  pageCount: number;
  corrections: Correction[];
  unknown: string[];
  /** No page says all that was asked: those that say most of it. */
  near: boolean;
};

const MOST_LINES = 300;
const numbered = (rank: number, fault: string) => `Ligne ${rank + 1}\u00A0: ${fault}`;

/** Synonyms as the form shows them: one group a line, its words between commas. */
const synonymLines = linesOf(MOST_LINES).transform((lines, context) =>
  lines.map((line, rank) => {
    const words = [
      ...new Set(
        line
          .split(/[,;]/u)
          .map((word) => word.trim())
          .filter(Boolean),
      ),
    ];
    if (words.length < 2)
      context.addIssue({
        code: "custom",
        message: numbered(rank, "écrivez au moins deux mots, séparés par des virgules."),
      });
    return words;
  }),
);

/** Test queries as the form shows them: one a line, the words, « → », the page that should come first. */
const testLines = linesOf(60).transform((lines, context) =>
  lines.map((line, rank) => {
    const [words = "", path = "", ...more] = line.split(/→|->/u).map((part) => part.trim());
    if (!words || !path.startsWith("/") || more.length > 0)
      context.addIssue({
        code: "custom",
        message: numbered(rank, "écrivez les mots, une flèche →, puis l’adresse de la page, qui commence par /."),
      });
    return { words, path };
  }),
);

/** What editors keep of the search. `shown` is the fingerprint of what their form showed. */
export const searchSettings = z.object({ synonyms: synonymLines, tests: testLines, shown: z.string().max(100) });
export type SearchSettings = Omit<z.output<typeof searchSettings>, "shown">;

export const asLines = ({ synonyms, tests }: SearchSettings): { synonyms: string; tests: string } => ({
  synonyms: synonyms.map((words) => words.join(", ")).join("\n"),
  tests: tests.map(({ words, path }) => `${words} → ${path}`).join("\n"),
});

export type FruitlessSearch = { words: string; count: number };
/** `rank` is null when the page is not among the answers. */
export type TriedQuery = { words: string; path: string; rank: number | null };
