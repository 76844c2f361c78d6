import type { ReportRefusal } from "#lib/attendance/reports/schema";

/** What came of a report, from the address that its review led to; null when none has just been applied. */
export function appliedCounts({
  marques,
  ajoutes,
}: Record<string, unknown>): { present: number; added: number } | null {
  const [present, added] = [Number(marques), Number(ajoutes)];
  return typeof marques === "string" && Number.isInteger(present) && Number.isInteger(added)
    ? { present, added }
    : null;
}

export const reportRefusals = {
  unknown: "Cette séance n’existe plus.",
  early: "La séance n’a pas commencé\u00A0: son relevé de présence ne peut pas exister.",
  empty:
    "Aucun participant n’a été trouvé dans ce fichier. Prenez le relevé au format CSV tel que Zoom, Teams, Webex ou BigBlueButton l’a donné, avec ses en-têtes (nom, adresse, durée).",
  crowded: "Ce relevé compte plus de 1\u202F000 personnes\u00A0: partagez-le en plusieurs fichiers.",
  exhausted:
    "Ce fichier est trop long ou trop compliqué pour un relevé de présence\u00A0: déposez celui que l’outil de visioconférence a donné, sans le modifier.",
} satisfies Record<ReportRefusal, string>;

export const REPORT_GONE =
  "Ce relevé a déjà été appliqué, ou il a été effacé. Rien n’a changé\u00A0: vérifiez la liste des présences.";
