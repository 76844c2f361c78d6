export const GONE = "Cette personne n’est plus connue du portail\u00A0: elle a été effacée, ou réunie avec une autre.";
export const NOTHING_TO_SEND =
  "Cette personne n’est inscrite à aucune séance\u00A0: il n’y a pas de lien à lui renvoyer.";
export const NO_SEAT = "Personne ne peut plus s’inscrire à cette séance\u00A0: rechargez la page.";
