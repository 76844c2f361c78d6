import type { QuestionStatus } from "#prisma/enums";

export const questionStatusLabels = {
  pending: "À trier",
  accepted: "Retenue",
  dismissed: "Écartée",
} satisfies Record<QuestionStatus, string>;
