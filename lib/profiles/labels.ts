import type { Profile } from "#prisma/enums";

export const profileLabels = {
  elected_official: "Maire, élue ou élu",
  territorial_agent: "Agente ou agent territorial",
  association: "Association",
  company: "Entreprise",
  foundation: "Fondation, fonds de dotation",
  adviser: "Conseil, accompagnement",
  catalyst: "Catalyse territoriale",
  researcher: "Recherche, enseignement",
  citizen: "Habitante ou habitant",
} satisfies Record<Profile, string>;

/** In addresses. */
export const profileSpellings = {
  elected_official: "elu",
  territorial_agent: "agent-territorial",
  association: "association",
  company: "entreprise",
  foundation: "fondation",
  adviser: "conseil",
  catalyst: "catalyseur",
  researcher: "recherche",
  citizen: "habitant",
} as const satisfies Record<Profile, string>;

/** What the same profiles were called in files that people keep. */
export const formerProfileLabels: Partial<Record<Profile, string>> = {
  elected_official: "Élu·e, maire",
  territorial_agent: "Agent territorial",
  adviser: "Accompagnateur, consultant",
  catalyst: "Catalyseur territorial",
  citizen: "Citoyen·ne",
};
