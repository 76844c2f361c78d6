import { type Publication, publicationState } from "#lib/publication/rules";

/** Why nobody could be added, when the session has changed meanwhile. */
export const NOBODY_ADDED =
  "Personne n’a été inscrit\u00A0: la séance a commencé, est annulée, ou n’est pas en ligne. Votre saisie est conservée.";

export const PAYERS_UNSURE =
  "Cochez la case si chaque payeur peut recevoir le message de la personne inscrite\u00A0; sinon, remplacez ces adresses dans la liste.";

/** Why the team cannot add anybody to a session; null when it can. */
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
