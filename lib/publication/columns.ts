import type { EditorialState } from "#lib/publication/schema";

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
