import type { Time } from "#lib/orientation/schema";
import type { OrientationStage } from "#prisma/enums";

export const stageLabels = {
  learn: "S’informer",
  train: "Se former",
  act: "Agir",
} satisfies Record<OrientationStage, string>;

/** Where somebody stands: they begin with that stage. */
export const standingLabels = {
  learn: "Je découvre le sujet",
  train: "Je veux apprendre à faire",
  act: "Je passe à l’action",
} satisfies Record<OrientationStage, string>;

export const timeLabels = {
  "5-minutes": "Cinq minutes",
  "30-minutes": "Trente minutes",
  "demi-journee": "Une demi-journée",
} satisfies Record<Time, string>;
