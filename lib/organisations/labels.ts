import type { OrganisationKind } from "#prisma/enums";

export const organisationKindLabels = {
  public_body: "Institution publique",
  association: "Association",
  company: "Entreprise",
  employers: "Organisation patronale",
  foundation: "Fondation, ou réseau de fondations",
  school: "École",
  press: "Presse, édition",
  programme: "Programme d’études",
} satisfies Record<OrganisationKind, string>;
