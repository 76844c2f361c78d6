import { z } from "zod";
import { firstOfRepeated } from "#lib/forms/fields";
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
  pageCount: number;
  corrections: Correction[];
  unknown: string[];
  /** No page says all that was asked: those that say most of it. */
  near: boolean;
};
