import type { RegistrationStatus } from "#prisma/enums";

export const registrationStatusLabels = {
  confirmed: "Inscription confirmée",
  waiting: "Liste d’attente",
  offered: "Place proposée",
  cancelled: "Annulée",
  expired: "Proposition sans réponse",
} satisfies Record<RegistrationStatus, string>;
