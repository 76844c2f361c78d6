import { counted } from "#lib/platform/text";

/** Shown when the hidden field was filled: a browser that fills forms too eagerly does it for its owner. */
export const HONEYPOT_FILLED =
  "Un champ caché, réservé aux robots, a été rempli, sans doute par le remplissage automatique de votre navigateur. Nous l’avons vidé\u00A0: envoyez de nouveau le formulaire.";

/** Shown when the form was opened more than a day ago. */
export const TOO_OLD =
  "Ce formulaire était ouvert depuis trop longtemps. Rien de ce que vous avez saisi n’est perdu\u00A0: relisez-le et envoyez-le de nouveau.";

export const TOO_MANY =
  "Un très grand nombre de formulaires sont venus de votre connexion en une heure. Pour écarter les robots, nous n’en prenons plus pour le moment\u00A0: réessayez dans une heure.";

/** Said after a refusal, where somebody reads what is written. */
export const WRITE_TO_THE_TEAM = "Vous pouvez aussi nous écrire.";

export const proofAsked = (seconds: number): string =>
  `Beaucoup de formulaires viennent de votre connexion en ce moment. Pour écarter les robots, renvoyez ce formulaire dans ${counted(seconds, "seconde", "secondes")}. Rien de ce que vous avez saisi n’est perdu.`;

export const signInProofAsked = (seconds: number): string =>
  `Trop d’essais viennent d’être faits pour ce compte. Pour écarter les robots, saisissez de nouveau votre mot de passe et envoyez dans ${counted(seconds, "seconde", "secondes")}\u00A0: il sera alors vérifié.`;

export const TOO_MANY_TRIES =
  "Trop d’essais sont venus de votre connexion. Réessayez dans un quart d’heure, ou depuis une autre connexion.";

export const BUSY =
  "Beaucoup de personnes se connectent en ce moment. Votre mot de passe n’a pas été vérifié\u00A0: réessayez dans quelques secondes.";

export const proofTooEarly = (seconds: number): string =>
  `C’est un peu tôt\u00A0: renvoyez ce formulaire dans ${counted(seconds, "seconde", "secondes")}. Rien de ce que vous avez saisi n’est perdu.`;
