import type { CentreFilters, CentreSummary } from "#lib/centres/schema";
import type { Prisma } from "#prisma/client";

/** A centre of which neither the address nor the existence is established answers no filter and is counted nowhere. */
export const isIdentified = ({ url, confidence }: Pick<CentreSummary, "url" | "confidence">): boolean =>
  url !== null || confidence !== "to_confirm";

/** The same, as a condition on rows. */
export const IDENTIFIED = {
  OR: [{ url: { not: null } }, { confidence: { not: "to_confirm" } }],
} satisfies Prisma.CentreWhereInput;

/** Whether a centre answers this need (slug), for this audience; a need that the public may not see has no centre. */
export const meets = (
  { needs, audiences }: Pick<CentreSummary, "needs" | "audiences">,
  { need, profile }: CentreFilters,
): boolean => (!need || needs.some(({ slug }) => slug === need)) && (!profile || audiences.includes(profile));
