import type { RegistrantColumn } from "#lib/roster/export/schema";

export const registrantColumnLabels = {
  status: "État",
  firstName: "Prénom",
  lastName: "Nom",
  email: "Adresse électronique",
  profile: "Profil",
  organisation: "Organisation",
  territory: "Territoire",
  questions: "Questions",
  accessNeeds: "Besoins d’accessibilité",
  formAnswers: "Réponses au formulaire",
  newsletter: "Lettre d’information",
  newsletterNotice: "Lettre d’information\u00A0: phrase acceptée",
  origin: "Origine",
  partner: "Partenaire",
  createdAt: "Inscription (heure de Paris)",
  cancelledAt: "Annulation (heure de Paris)",
  presence: "Présence",
  minutes: "Minutes de présence",
} satisfies Record<RegistrantColumn, string>;
