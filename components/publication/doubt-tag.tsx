import { Tag } from "#components/ui/tag";
import { confidenceLabels } from "#lib/publication/labels";
import type { Confidence } from "#prisma/enums";

/** Marks what is still to be confirmed; says nothing of what is documented. */
export function DoubtTag({ confidence }: { confidence: Confidence }) {
  return confidence === "to_confirm" ? <Tag look="doubt">{confidenceLabels.to_confirm}</Tag> : null;
}
