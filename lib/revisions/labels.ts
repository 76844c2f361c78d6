import type { RevisionState } from "#prisma/enums";

export const revisionStateLabels = {
  working: "En cours d’écriture",
  saved: "Enregistrée",
  published: "Publiée",
} satisfies Record<RevisionState, string>;
