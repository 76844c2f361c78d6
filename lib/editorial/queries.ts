import type { EditorialState } from "#lib/editorial/schema";

/** What every list of editors shows of a row. */
export const editorialState = {
  id: true,
  slug: true,
  publishedAt: true,
  withdrawnAt: true,
  updatedAt: true,
  version: true,
  confidence: true,
} as const satisfies Record<keyof EditorialState, true>;

/** Columns that every edit form has, with the state of the row. */
export const editedColumns = { ...editorialState, source: true } as const;

const collator = new Intl.Collator("fr", { ignorePunctuation: true, numeric: true });

/** Sorts in the order of a French dictionary, whatever the collation of the database. @param read the text compared */
export const inFrenchOrder = <T>(rows: readonly T[], read: (row: T) => string): T[] =>
  rows.toSorted((a, b) => collator.compare(read(a), read(b)));
