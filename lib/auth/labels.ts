import { IDLE_LIFE_MS, SESSION_LIFE_MS } from "#lib/auth/rules";
import { formatHour } from "#lib/platform/dates";
import { counted } from "#lib/platform/text";

const hours = (ms: number) => counted(ms / 3_600_000, "heure", "heures");

export const SESSION_ENDS = `Votre session prend fin quand vous vous déconnectez, après ${hours(IDLE_LIFE_MS)} sans rien demander au portail, et ${hours(SESSION_LIFE_MS)} après la connexion dans tous les cas.`;

export const PASSWORD_HINT = "Douze caractères au moins. Une phrase dont vous vous souviendrez convient très bien.";

export const SPENT_LINK =
  "Ce lien a déjà servi, un mot de passe a été choisi depuis, ou plus d’une heure a passé. Rien n’est changé.";

export const SESSION_ENDED =
  "Votre session a pris fin\u00A0: rien n’est enregistré, et votre texte est toujours là. Ouvrez la page de connexion dans un autre onglet, connectez-vous, puis revenez enregistrer ici.";

export const READ_ONLY =
  "Votre compte est en lecture seule\u00A0: rien n’est enregistré. Demandez à une administratrice de changer votre rôle.";

export const PARTNER_ONLY =
  "Votre compte de partenaire ouvre les fiches de votre centre, et rien d’autre\u00A0: rien n’est enregistré.";

export const WRONG_CODE = "Ce code n’est pas le bon, ou il a déjà servi. Attendez le suivant.";

export const STEP_ENDED = "Trop de temps a passé depuis votre mot de passe. Revenez à la connexion, et recommencez.";

export const lockedWords = (until: Date): string =>
  `Trop de codes faux se suivent\u00A0: le prochain sera lu à ${formatHour(until)}. Un code de secours, lui, est lu tout de suite.`;

export const SET_UP_FIRST =
  "Mettez d’abord votre téléphone en place, dans «\u202FMon compte\u202F»\u00A0: rien n’est enregistré, et votre texte est toujours là.";
