import type { PublicationState } from "#lib/editorial/rules";
import type { EditorialNoun } from "#lib/editorial/schema";
import type { Confidence, Perspective, Phase, Profile } from "#prisma/enums";

export const confidenceLabels = {
  documented: "Documenté",
  to_confirm: "À confirmer",
} satisfies Record<Confidence, string>;

export const profileLabels = {
  elected_official: "Élu·e, maire",
  territorial_agent: "Agent territorial",
  association: "Association",
  company: "Entreprise",
  foundation: "Fondation, fonds de dotation",
  adviser: "Accompagnateur, consultant",
  catalyst: "Catalyseur territorial",
  researcher: "Recherche, enseignement",
  citizen: "Citoyen·ne",
} satisfies Record<Profile, string>;

export const phaseLabels = {
  design: "Conception",
  experimentation: "Expérimentation",
  modelling: "Modélisation",
  spreading: "Essaimage",
  industrialisation: "Industrialisation",
} satisfies Record<Phase, string>;

export const perspectiveLabels = {
  ecosystem: "Écosystème",
  projects: "Projets",
  investments: "Investissements",
} satisfies Record<Perspective, string>;

export const publicationStateLabels = {
  draft: "Brouillon",
  scheduled: "Publication programmée",
  published: "En ligne",
  withdrawn: "Retiré",
} satisfies Record<PublicationState, string>;

export const nounLabels = {
  need: "Besoin",
  centre: "Centre de ressources",
  resource: "Ressource",
  webinar: "Webinaire",
  page: "Page",
  term: "Terme",
  figure: "Chiffre",
} satisfies Record<EditorialNoun, string>;

/** The words of an enum as the options of a field. */
export const optionsOf = (labels: Record<string, string>) =>
  Object.entries(labels).map(([value, label]) => ({ value, label }));
