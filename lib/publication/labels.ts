import type { PublicationState } from "#lib/publication/rules";
import type { Confidence } from "#prisma/enums";

export const confidenceLabels = {
  documented: "Documenté",
  unread: "Existence documentée, contenu non lu",
  own_words: "Texte de l’équipe du portail",
  to_confirm: "À confirmer",
} satisfies Record<Confidence, string>;

export const publicationStateLabels = {
  draft: "Brouillon",
  scheduled: "Publication programmée",
  published: "En ligne",
  withdrawn: "Retiré",
} satisfies Record<PublicationState, string>;
