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

/** What a message says to whoever asked for a whole cycle. */
export const FOLLOWING =
  "Vous suivez tout le cycle\u00A0: les séances qui s’y ajouteront vous seront réservées, et un message vous le dira à chaque fois. Pour ne plus le suivre, ouvrez votre page personnelle.";

/** What it says when the form was sent for an address already registered, perhaps not by its owner. */
export const FOLLOW_YOURSELF =
  "Tout le cycle a aussi été demandé. Si c’est bien vous, suivez-le depuis votre page personnelle\u00A0: les séances qui s’y ajouteront vous seront réservées.";
