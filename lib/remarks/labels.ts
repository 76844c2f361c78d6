import type { RemarkVerdict } from "#prisma/enums";

/** As readers choose them. */
export const verdictChoices = {
  helpful: "Oui, elle m’a aidé",
  unhelpful: "Non, pas vraiment",
  fault: "Quelque chose ne va pas\u00A0: une erreur, un lien mort, une page illisible",
} satisfies Record<RemarkVerdict, string>;

/** As the team reads them. */
export const verdictLabels = {
  helpful: "A aidé",
  unhelpful: "N’a pas aidé",
  fault: "Quelque chose ne va pas",
} satisfies Record<RemarkVerdict, string>;

export const WHOLE_PORTAL = "Le portail dans son ensemble";
