import type { CancellationRefusal, RegistrationRefusal } from "#lib/registrations/schema";
import type { RegistrationStatus } from "#prisma/enums";

/** Why no seat could be taken, as shown above the form. */
export const refusalSentences = {
  full: "Toutes les places de cette séance sont prises. Choisissez une autre séance du programme : vous y serez bienvenu·e.",
  closed: "Cette séance a déjà commencé : les inscriptions sont closes.",
  cancelled: "Cette séance est annulée : il n’est plus possible de s’y inscrire.",
  unknown: "Cette séance n’est pas au programme. Revenez à la liste des webinaires pour en choisir une autre.",
} satisfies Record<RegistrationRefusal, string>;

/** Why a seat could not be given back, as shown above the button. */
export const cancellationRefusals = {
  unknown: "Ce lien ne correspond à aucune inscription. Ouvrez celui du dernier message que vous avez reçu.",
  started: "La séance a déjà commencé : il n’est plus possible d’annuler.",
} satisfies Record<CancellationRefusal, string>;

export const registrationStatusLabels = {
  confirmed: "Inscrit·e",
  cancelled: "Annulée",
} satisfies Record<RegistrationStatus, string>;
