import type { MailKind } from "#lib/mail/schema";
import type { MailStatus } from "#prisma/enums";

export const mailStatusLabels = {
  queued: "En attente",
  sent: "Envoyé",
  failed: "Refusé",
} satisfies Record<MailStatus, string>;

export const mailKindLabels = {
  "registration-confirmed": "Inscription enregistrée",
  "registration-already": "Inscription déjà enregistrée",
  "registration-cancelled": "Inscription annulée",
  "cancellation-to-confirm": "Annulation à confirmer",
} satisfies Record<MailKind, string>;
