import type { Confidence } from "#prisma/enums";

export type Publication = { publishedAt: Date | null; withdrawnAt: Date | null };

export type PublicationState = "draft" | "scheduled" | "published" | "withdrawn";

/**
 * Where a row stands between its author and the public.
 * Scheduling is a date in the future and nothing else: no job has to run, none can be missed.
 */
export function publicationState(row: Publication, at: Date): PublicationState {
  if (row.withdrawnAt) return "withdrawn";
  if (!row.publishedAt) return "draft";
  return row.publishedAt <= at ? "published" : "scheduled";
}

/**
 * What the public may see, as a Prisma filter: the state « published » of `publicationState`.
 * Lists, counts, searches, feeds and related items all use this one (in SQL: `visibleSql`), of webinars `listedAt`.
 */
export const visibleAt = (at: Date) => ({ publishedAt: { lte: at }, withdrawnAt: null });

/** Of what the public may see, what they are shown; the rest opens at its address for whoever was given it, and nowhere else. */
export const listedAt = (at: Date) => ({ ...visibleAt(at), linkOnly: false });

/** Whether a reader is warned, beside the title, of how sure a text is. */
export const isDoubtful = (confidence: Confidence): boolean => confidence === "to_confirm" || confidence === "unread";
