import { confidenceLabels } from "#lib/publication/labels";
import { isDoubtful } from "#lib/publication/rules";
import type { Confidence } from "#prisma/enums";

/** The doubt as the first words of a source; nothing when there is none. */
export function DoubtWords({ confidence }: { confidence: Confidence }) {
  return isDoubtful(confidence) ? <strong className="text-accent">{confidenceLabels[confidence]}. </strong> : null;
}
