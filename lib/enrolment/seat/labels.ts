import type {
  AnswerRefusal,
  CancellationRefusal,
  QuestionRefusal,
  ReinstatementRefusal,
} from "#lib/enrolment/seat/schema";

/** Why a seat could not be given back, as shown above the button. */
export const cancellationRefusals = {
  unknown: "Ce lien ne correspond à aucune inscription. Ouvrez celui du dernier message que vous avez reçu.",
  started: "La séance a déjà commencé\u00A0: il n’est plus possible d’annuler.",
} satisfies Record<CancellationRefusal, string>;

/** Why a cancellation could not be undone. */
export const reinstatementRefusals = {
  ...cancellationRefusals,
  started: "La séance a déjà commencé\u00A0: il n’est plus possible de revenir.",
  late: "Le délai de 24\u00A0heures est passé. Vous pouvez vous inscrire de nouveau depuis la page de la séance.",
  cancelled: "La séance est annulée\u00A0: il n’est plus possible de s’y inscrire.",
} satisfies Record<ReinstatementRefusal, string>;

/** Why a question was not passed on. */
export const questionRefusals = {
  ...cancellationRefusals,
  started: "La séance a déjà commencé\u00A0: posez votre question en direct.",
  many: "Vous avez déjà posé cinq questions pour cette séance. Vous pourrez poser les autres en direct.",
} satisfies Record<QuestionRefusal, string>;

/** Why answers could not be corrected. */
export const correctionRefusals = {
  ...cancellationRefusals,
  started: "La séance a déjà commencé\u00A0: vos réponses ne changent plus.",
} satisfies Record<CancellationRefusal, string>;

/** Why an offer could not be answered. */
export const answerRefusals = {
  ...cancellationRefusals,
  started: "La séance a déjà commencé\u00A0: cette proposition n’est plus valable.",
  spent:
    "Cette proposition n’est plus valable\u00A0: son délai est passé, ou le nombre de places a été réduit entre-temps.",
} satisfies Record<AnswerRefusal, string>;
