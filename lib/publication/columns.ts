import type { EditorialState } from "#lib/publication/schema";

export const editorialState = {
  id: true,
  slug: true,
  publishedAt: true,
  withdrawnAt: true,
  updatedAt: true,
  version: true,
  confidence: true,
} as const satisfies Record<keyof EditorialState, true>;

export const editedColumns = { ...editorialState, source: true } as const;
