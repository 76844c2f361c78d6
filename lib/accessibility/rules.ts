import { CRITERIA, type Finding, type Said } from "#lib/accessibility/schema";
import type { CriterionState } from "#prisma/enums";

/** As the reference orders them: 1.2 before 1.10. */
const rankOf = (number: string): number => {
  const [theme = 0, rank = 0] = number.split(".").map(Number);
  return 100 * theme + rank;
};
export const inOrder = <T extends { number: string }>(findings: readonly T[]): T[] =>
  findings.toSorted((one, other) => rankOf(one.number) - rankOf(other.number));

/** What a form shows of a criterion, as it sends it back: whoever writes is told what is no longer so. */
export const shownOf = (said: Said | undefined): string => JSON.stringify([said?.state ?? null, said?.note ?? null]);

/** How many criteria have each state; those that were not evaluated have none. */
export type Counts = Readonly<Record<CriterionState, number>>;

const HALF = 0.5;

/** @returns what may be said by law, and the share of the criteria that apply; null as long as one was not evaluated */
export function conformityOf({ met, unmet, not_applicable }: Counts) {
  const evaluated = met + unmet + not_applicable;
  if (evaluated < CRITERIA) return { level: "none", evaluated, rate: null } as const;
  const share = unmet === 0 ? 1 : met / (met + unmet);
  const level = share < HALF ? "none" : share < 1 ? "partial" : "full";
  return { level, evaluated, rate: Math.floor(100 * share) } as const;
}
export type Conformity = ReturnType<typeof conformityOf>;

export const countsOf = (findings: readonly Finding[]): Counts => {
  const of = (state: CriterionState) => findings.filter((one) => one.state === state).length;
  return { met: of("met"), unmet: of("unmet"), not_applicable: of("not_applicable") };
};

/** The day of what was evaluated last. */
export const lastEvaluation = (findings: readonly Finding[]): Date | null =>
  findings.reduce<Date | null>((last, { evaluatedAt }) => (last && last > evaluatedAt ? last : evaluatedAt), null);
