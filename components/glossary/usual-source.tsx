import type { TermEntry } from "#lib/glossary/schema";

/** The source that most terms share; an uncertain term always tells its own. */
export function usualSourceOf(terms: readonly TermEntry[]): string {
  const documented = terms.filter(({ confidence }) => confidence === "documented");
  const groups = [...Map.groupBy(documented, ({ source }) => source)];
  const [usual] = groups.toSorted(([, a], [, b]) => b.length - a.length);
  return usual?.[0] ?? "";
}
