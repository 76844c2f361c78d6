import type { RegistrationState, SessionState } from "#lib/webinars/rules";

export const registrationStateLabels = {
  open: "Inscriptions ouvertes",
  full: "Complet, liste d’attente",
  closed: "Inscriptions closes",
  cancelled: "Annulé",
} satisfies Record<RegistrationState, string>;

export const sessionStateLabels = {
  upcoming: "À venir",
  running: "En ce moment",
  past: "Passé",
} satisfies Record<SessionState, string>;
