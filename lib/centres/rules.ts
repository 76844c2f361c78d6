import type { CentreSummary } from "#lib/centres/schema";

/** A centre of which neither the address nor the existence is established answers no filter and is counted nowhere. */
export const isIdentified = ({ url, confidence }: Pick<CentreSummary, "url" | "confidence">): boolean =>
  url !== null || confidence !== "to_confirm";
