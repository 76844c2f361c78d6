import { counted, french } from "#lib/platform/text";

/** The name of a partner after « de »: « de la Région », « du Département », « d’Allier ». */
export function ofPartner(partner: string): string {
  const name = french(partner);
  const contracted = name.replace(/^le(s?) (?=\S)/i, (_, plural: string) => (plural ? "des " : "du "));
  if (contracted !== name) return contracted;
  return /^[aeiouàâéèêëîïôûœ]/i.test(name) ? `d’${name}` : `de ${name}`;
}

/** Says to whoever registers which link they followed. */
export const throughWords = (partner: string): string =>
  `Vous vous inscrivez par l’intermédiaire ${ofPartner(partner)}.`;

/** Says that a link has brought everybody whom it may. @param quota how many that is */
export const usedUpWords = (quota: number): string =>
  quota === 1
    ? "L’inscription prévue par ce lien est déjà prise."
    : `Les ${counted(quota, "inscription prévue", "inscriptions prévues")} par ce lien sont déjà prises.`;

export const holdersWords = (holders: number, quota: number | null): string =>
  `${counted(holders, "inscription", "inscriptions")}${quota === null ? ", sans limite" : ` sur ${quota}`}`;

export const PARTNER_LINK_GONE = "Ce lien n’existe plus\u00A0: rechargez la page.";

/** Why a link could not be made; `taken` is said beside its code. */
export const creationRefusals = {
  taken: "Ce code sert déjà à un autre lien de cette séance\u00A0: choisissez-en un autre.",
  unknown: "Cette séance n’existe plus.",
};
