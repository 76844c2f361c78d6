import type { RegistrationState, WebinarState } from "#lib/webinars/rules";

export const registrationStateLabels = {
  open: "Inscriptions ouvertes",
  full: "Complet, liste d’attente",
  closed: "Inscriptions closes",
  cancelled: "Annulé",
} satisfies Record<RegistrationState, string>;

export const webinarStateLabels = {
  upcoming: "À venir",
  running: "En ce moment",
  past: "Passé",
} satisfies Record<WebinarState, string>;
