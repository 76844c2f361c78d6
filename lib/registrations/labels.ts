import type {
  AnswerRefusal,
  CancellationRefusal,
  RegistrationRefusal,
  ReinstatementRefusal,
} from "#lib/registrations/schema";
import type { RegistrationOrigin, RegistrationStatus } from "#prisma/enums";

/** Why nothing could be registered, as shown above the form. */
export const refusalSentences = {
  closed: "Cette séance a déjà commencé : les inscriptions sont closes.",
  cancelled: "Cette séance est annulée : il n’est plus possible de s’y inscrire.",
  unknown: "Cette séance n’est pas au programme. Revenez à la liste des webinaires pour en choisir une autre.",
  spent:
    "Ce formulaire a déjà servi à une inscription, avec d’autres réponses. Vérifiez ce qui suit, puis envoyez-le de nouveau.",
} satisfies Record<RegistrationRefusal, string>;

/** Why a seat could not be given back, as shown above the button. */
export const cancellationRefusals = {
  unknown: "Ce lien ne correspond à aucune inscription. Ouvrez celui du dernier message que vous avez reçu.",
  started: "La séance a déjà commencé : il n’est plus possible d’annuler.",
} satisfies Record<CancellationRefusal, string>;

/** Why a cancellation could not be undone. */
export const reinstatementRefusals = {
  ...cancellationRefusals,
  started: "La séance a déjà commencé : il n’est plus possible de revenir.",
  late: "Le délai de 24 heures est passé. Vous pouvez vous inscrire de nouveau depuis la page de la séance.",
  cancelled: "La séance est annulée : il n’est plus possible de s’y inscrire.",
} satisfies Record<ReinstatementRefusal, string>;

/** Why an offer could not be answered. */
export const answerRefusals = {
  ...cancellationRefusals,
  started: "La séance a déjà commencé : cette proposition n’est plus valable.",
  spent: "Cette proposition n’est plus valable : son délai est passé, ou le nombre de places a été réduit entre-temps.",
} satisfies Record<AnswerRefusal, string>;

export const registrationStatusLabels = {
  confirmed: "Inscrit·e",
  waiting: "Liste d’attente",
  offered: "Place proposée",
  cancelled: "Annulée",
  expired: "Proposition sans réponse",
} satisfies Record<RegistrationStatus, string>;

export const registrationOriginLabels = {
  form: "Formulaire",
  cycle: "Cycle entier",
  editor: "Ajout de l’équipe",
  report: "Relevé de présence",
} satisfies Record<RegistrationOrigin, string>;
