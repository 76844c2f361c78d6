import type { RegistrationRefusal } from "#lib/registrations/schema";

/** Why no seat could be taken, as shown above the form. */
export const refusalSentences = {
  full: "Toutes les places de cette séance sont prises. Choisissez une autre séance du programme : vous y serez bienvenu·e.",
  closed: "Cette séance a déjà commencé : les inscriptions sont closes.",
  cancelled: "Cette séance est annulée : il n’est plus possible de s’y inscrire.",
  unknown: "Cette séance n’est pas au programme. Revenez à la liste des webinaires pour en choisir une autre.",
} satisfies Record<RegistrationRefusal, string>;
