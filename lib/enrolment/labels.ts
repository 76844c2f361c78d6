import type { RegistrationRefusal } from "#lib/enrolment/schema";

export const refusalSentences = {
  closed: "Cette séance a déjà commencé\u00A0: les inscriptions sont closes.",
  cancelled: "Cette séance est annulée\u00A0: il n’est plus possible de s’y inscrire.",
  unknown: "Cette séance n’est pas au programme. Revenez à la liste des webinaires pour en choisir une autre.",
  spent:
    "Ce formulaire a déjà servi à une inscription, avec d’autres réponses. Vérifiez ce qui suit, puis envoyez-le de nouveau.",
  "partner-link-full":
    "Les inscriptions prévues par ce lien viennent d’être toutes prises. Envoyez de nouveau le formulaire pour vous inscrire comme tout le monde\u00A0: rien n’est à ressaisir.",
} satisfies Record<RegistrationRefusal, string>;
