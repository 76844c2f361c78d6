import { diffLines, diffWordsWithSpace } from "diff";
import type { WordChange } from "#lib/revisions/schema";

const words = new Intl.Segmenter("fr", { granularity: "word" });
/** Beyond it two texts have little in common, and comparing their words would take seconds. */
const MOST_EDITS = 2_000;

/** What differs between two texts, word by word; line by line where nearly everything does. */
export function wordChanges(before: string, after: string): WordChange[] {
  const bounded = { maxEditLength: MOST_EDITS };
  const parts =
    diffWordsWithSpace(before, after, { ...bounded, intlSegmenter: words }) ?? diffLines(before, after, bounded);
  if (!parts) {
    return [
      { kind: "removed", text: before },
      { kind: "added", text: after },
    ];
  }
  return parts.map(({ added, removed, value }) => ({
    kind: added ? "added" : removed ? "removed" : "same",
    text: value,
  }));
}
