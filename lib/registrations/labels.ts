import { type Publication, publicationState } from "#lib/publication/rules";
import type { RegistrantColumn } from "#lib/registrations/fields";
import type {
  AnswerRefusal,
  CancellationRefusal,
  CorrectionRefusal,
  ProposalRefusal,
  QuestionRefusal,
  RegistrationRefusal,
  ReinstatementRefusal,
  RestorationRefusal,
} from "#lib/registrations/schema";
import type { RegistrationOrigin, RegistrationStatus } from "#prisma/enums";

/** The box that asks for the newsletter. What was ticked is kept in these words: they are what was agreed to. */
export const NEWSLETTER = "Je souhaite aussi recevoir la lettre d’information";

/** The same, where the team passes on what somebody told it. */
export const NEWSLETTER_REPORTED = "Cette personne demande à recevoir la lettre d’information";

/** Why nothing could be registered, as shown above the form. */
export const refusalSentences = {
  closed: "Cette séance a déjà commencé\u00A0: les inscriptions sont closes.",
  cancelled: "Cette séance est annulée\u00A0: il n’est plus possible de s’y inscrire.",
  unknown: "Cette séance n’est pas au programme. Revenez à la liste des webinaires pour en choisir une autre.",
  spent:
    "Ce formulaire a déjà servi à une inscription, avec d’autres réponses. Vérifiez ce qui suit, puis envoyez-le de nouveau.",
  "partner-link-full":
    "Les inscriptions prévues par ce lien viennent d’être toutes prises. Envoyez de nouveau le formulaire pour vous inscrire comme tout le monde\u00A0: rien n’est à ressaisir.",
} satisfies Record<RegistrationRefusal, string>;

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

/** Why an offer could not be answered. */
export const answerRefusals = {
  ...cancellationRefusals,
  started: "La séance a déjà commencé\u00A0: cette proposition n’est plus valable.",
  spent:
    "Cette proposition n’est plus valable\u00A0: son délai est passé, ou le nombre de places a été réduit entre-temps.",
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

/** Why an address could not be proposed. */
export const proposalRefusals = {
  unknown: cancellationRefusals.unknown,
  same: "C’est déjà l’adresse de vos inscriptions.",
  many: "Plusieurs messages sont déjà partis aujourd’hui. Ouvrez l’un d’eux, ou réessayez demain.",
} satisfies Record<ProposalRefusal, string>;

/** Why an address could not be confirmed. */
export const confirmationRefusals = {
  unknown: "Ce lien ne vaut plus\u00A0: demandez de nouveau le changement depuis votre page personnelle.",
  held: "Cette adresse a déjà une inscription à l’une des mêmes séances. Annulez l’une des deux, puis recommencez.",
} satisfies Record<CorrectionRefusal, string>;

/** The headings of a file of registrants. */
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
  newsletter: "Lettre d’information",
  newsletterNotice: "Lettre d’information\u00A0: phrase acceptée",
  origin: "Origine",
  partner: "Partenaire",
  createdAt: "Inscription (heure de Paris)",
  cancelledAt: "Annulation (heure de Paris)",
  presence: "Présence",
  minutes: "Minutes de présence",
} satisfies Record<RegistrantColumn, string>;

/** Why the team could not cancel a registration. */
export const editorCancellationRefusals = {
  unknown: "Cette inscription n’existe plus, ou elle est déjà annulée\u00A0: rechargez la page.",
  started: cancellationRefusals.started,
} satisfies Record<CancellationRefusal, string>;

/** Why the team could not undo a cancellation. */
export const restorationRefusals = {
  unknown: "Cette inscription n’existe plus\u00A0: rechargez la page.",
  started: "La séance a déjà commencé\u00A0: il n’est plus possible de rétablir cette inscription.",
  cancelled: reinstatementRefusals.cancelled,
  held: "Cette personne est déjà inscrite\u00A0: rechargez la page.",
} satisfies Record<RestorationRefusal, string>;

/** Why the team could not correct an address. */
export const correctionRefusals = {
  unknown: restorationRefusals.unknown,
  held: "Cette adresse a déjà une inscription à l’une des mêmes séances. Gardez celle-là, et annulez celle dont l’adresse est fausse.",
} satisfies Record<CorrectionRefusal, string>;

/** Why nobody could be added, when the session has changed meanwhile. */
export const NOBODY_ADDED =
  "Personne n’a été inscrit\u00A0: la séance a commencé, est annulée, ou n’est pas en ligne. Votre saisie est conservée.";

/** Why the team cannot add anybody to a session; null when it can. @param at the present instant */
export function additionRefusal(
  webinar: Publication & { startsAt: Date; cancelled: boolean },
  at: Date,
): string | null {
  if (webinar.cancelled) return "La séance est annulée\u00A0: personne ne peut plus s’y inscrire.";
  if (webinar.startsAt <= at)
    return "La séance a commencé\u00A0: pour ajouter qui y était, passez par le relevé de présence.";
  if (publicationState(webinar, at) !== "published")
    return "La séance n’est pas en ligne\u00A0: publiez-la pour y inscrire quelqu’un.";
  return null;
}

/** What a message says to whoever asked for a whole cycle. */
export const FOLLOWING =
  "Vous suivez tout le cycle\u00A0: les séances qui s’y ajouteront vous seront réservées, et un message vous le dira à chaque fois. Pour ne plus le suivre, ouvrez votre page personnelle.";

/** What it says when the form was sent for an address already registered, perhaps not by its owner. */
export const FOLLOW_YOURSELF =
  "Tout le cycle a aussi été demandé. Si c’est bien vous, suivez-le depuis votre page personnelle\u00A0: les séances qui s’y ajouteront vous seront réservées.";
