import type { QuestionStatus } from "#prisma/enums";

export const questionStatusLabels = {
  pending: "À trier",
  accepted: "Retenue",
  dismissed: "Écartée",
} satisfies Record<QuestionStatus, string>;

export const questionListLabels = {
  pending: "À trier",
  accepted: "Retenues",
  dismissed: "Écartées",
} satisfies Record<QuestionStatus, string>;

export const moderationRefusals = {
  stale:
    "Quelqu’un de l’équipe vient de modifier cette question\u00A0: rechargez la page pour la relire. Votre texte est encore là, copiez-le d’abord.",
  unknown: "Cette question n’existe plus.",
};
