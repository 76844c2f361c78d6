import type { Piece } from "#lib/search/schema";

/** Where a file of a resource says what was asked. */
export type PageSaying = { number: number; href: string; extract: Piece[] };
