import type { Profile } from "#prisma/enums";

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
