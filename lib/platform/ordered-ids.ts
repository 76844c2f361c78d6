import { randomUUIDv7 } from "node:crypto";

/** Identifiers of rows that are written together, in their order: those of one millisecond are not. */
export const orderedIds = (count: number): string[] => Array.from({ length: count }, () => randomUUIDv7()).sort();
