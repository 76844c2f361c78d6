import type { Role } from "#prisma/enums";

export const roleLabels = {
  administrator: "Administratrice",
  editor: "Équipe",
  reader: "Lecture seule",
  partner: "Partenaire",
} satisfies Record<Role, string>;

export const roleMeanings = {
  administrator: "Fait tout, et décide qui a un compte.",
  editor: "Écrit, publie, inscrit et écrit aux personnes.",
  reader: "Voit tout, ne change rien et ne télécharge aucune personne.",
  partner: "Écrit les fiches d’un seul centre, que l’équipe publie, et ne voit rien d’autre.",
} satisfies Record<Role, string>;

export const SPENT_EMAIL_LINK =
  "Ce lien a déjà servi, ou plus d’une heure a passé. Rien n’est changé\u00A0: demandez-en un autre depuis votre compte.";
