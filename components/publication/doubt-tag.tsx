import { Tag } from "#components/ui/tag";
import { confidenceLabels } from "#lib/publication/labels";
import { isDoubtful } from "#lib/publication/rules";
import type { Confidence } from "#prisma/enums";

/** Marks what is still to be confirmed or read; says nothing of what is documented. */
export function DoubtTag({ confidence }: { confidence: Confidence }) {
  return isDoubtful(confidence) ? <Tag look="doubt">{confidenceLabels[confidence]}</Tag> : null;
}
