import type { EditorialNoun } from "#lib/nouns/cards";

/** For how long what was thrown away may be taken back. */
export const KEPT_DAYS = 30;
const DAY_MS = 86_400_000;
export const keptUntil = (at: Date): Date => new Date(at.getTime() + KEPT_DAYS * DAY_MS);

export type Trashed = {
  itemId: string;
  noun: EditorialNoun | "cycle";
  title: string;
  at: Date;
  /** Null when nobody knows. */
  author: string | null;
  /** How many sessions go with a cycle. */
  sessions: number;
};

/** `public`: readers have seen it. `registered`: people are in it. `unknown`: it is gone. */
export type TrashRefusal = "public" | "registered" | "unknown";
