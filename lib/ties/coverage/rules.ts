import type { CoverageCell } from "#lib/ties/coverage/schema";

/** A centre that is said to answer a need, with nothing to read about it. */
export const isHole = ({ reason, documents }: Pick<CoverageCell, "reason" | "documents">): boolean =>
  reason !== null && documents === 0;
