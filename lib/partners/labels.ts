export const UNTITLED = "Indiquez le titre.";

export const OF_THE_TEAM_ONLY =
  "Le centre, l’adresse et le rang d’une fiche restent à l’équipe\u00A0: rien n’est enregistré. Dites-lui ce qu’il faudrait changer en demandant une relecture.";

export const NOT_YOURS =
  "Cette fiche n’est plus de votre centre\u00A0: rien n’est enregistré. Copiez votre texte avant de quitter la page.";

export const NO_READER = "Cette personne n’a plus de compte\u00A0: choisissez-en une autre.";
