import type { FacetName, ResourceSort } from "#lib/resources/schema";
import type { Phase, ResourceType } from "#prisma/enums";

export const resourceTypeLabels = {
  reference_framework: "Référentiel",
  white_paper: "Livre blanc",
  guide: "Guide",
  study: "Étude",
  report: "Rapport",
  note: "Note",
  book: "Livre",
  kit: "Kit",
  sheet: "Fiche",
  self_assessment: "Autodiagnostic",
  slides: "Support de présentation",
  replay: "Vidéo d’un webinaire",
  testimony: "Témoignage",
  mooc: "Cours en ligne",
  article: "Article",
  proceedings: "Actes de colloque",
  journal_issue: "Dossier de revue",
} satisfies Record<ResourceType, string>;

export const phaseLabels = {
  design: "Conception",
  experimentation: "Expérimentation",
  modelling: "Modélisation",
  spreading: "Essaimage",
  industrialisation: "Industrialisation",
} satisfies Record<Phase, string>;

export const accessLabels = { "en-ligne": "À lire en ligne", notice: "Notice seule" };

export const durationLabels = {
  "15-minutes": "Un quart d’heure au plus",
  "une-heure": "Une heure au plus",
  plus: "Plus d’une heure",
};

export const intentLabels = { "s-informer": "S’informer", "se-former": "Se former", agir: "Agir" };

export const facetLabels = {
  intention: "Pour quoi faire",
  licence: "Licence",
  acces: "Accès",
  duree: "Temps de lecture",
  territoire: "Territoire",
  langue: "Langue",
  besoin: "Besoin",
  type: "Type de document",
  profil: "Vous êtes",
  phase: "Phase de l’innovation",
  centre: "Centre de ressources",
  annee: "Année",
  odd: "Objectif de développement durable",
} satisfies Record<FacetName, string>;

export const resourceSortLabels = {
  pertinence: "Les plus proches de ma recherche",
  recent: "Les plus récentes",
  titre: "Par titre",
} satisfies Record<ResourceSort, string>;

/** The seventeen sustainable development goals, in their official French wording, in order. */
const SDGS = [
  "Pas de pauvreté",
  "Faim «\u202Fzéro\u202F»",
  "Bonne santé et bien-être",
  "Éducation de qualité",
  "Égalité entre les sexes",
  "Eau propre et assainissement",
  "Énergie propre et d’un coût abordable",
  "Travail décent et croissance économique",
  "Industrie, innovation et infrastructure",
  "Inégalités réduites",
  "Villes et communautés durables",
  "Consommation et production responsables",
  "Mesures relatives à la lutte contre les changements climatiques",
  "Vie aquatique",
  "Vie terrestre",
  "Paix, justice et institutions efficaces",
  "Partenariats pour la réalisation des objectifs",
] as const;

/** « ODD 17 – Partenariats pour la réalisation des objectifs ». @param goal from 1 to 17 */
export const sdgLabel = (goal: number): string => `ODD\u00A0${goal} – ${SDGS[goal - 1] ?? ""}`;

/** A resource in a line: « Guide, 2016 ». */
export const resourceWords = ({ type, year }: { type: ResourceType; year: number | null }): string =>
  [resourceTypeLabels[type], year].filter(Boolean).join(", ");
