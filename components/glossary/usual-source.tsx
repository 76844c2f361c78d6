import type { TermEntry } from "#lib/glossary/schema";

type Origin = Pick<TermEntry, "source" | "confidence">;

/** The origin that most terms share; an uncertain term always tells its own. */
export function usualOriginOf(terms: readonly TermEntry[]): Origin | null {
  const sure = terms.filter(({ confidence }) => confidence === "documented" || confidence === "own_words");
  const groups = [...Map.groupBy(sure, ({ source, confidence }) => `${confidence} ${source}`).values()];
  const [usual] = groups.toSorted((a, b) => b.length - a.length);
  return usual?.[0] ?? null;
}
