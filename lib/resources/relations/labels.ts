import type { RelationType } from "#prisma/enums";

/** As each side says it. */
export const relationLabels = {
  continues: { own: "Suite de", other: "A pour suite" },
  abridges: { own: "Version abrégée de", other: "A pour version abrégée" },
  translates: { own: "Traduction de", other: "A pour traduction" },
  replaces: { own: "Remplace", other: "Remplacé par" },
  supplements: { own: "Complète", other: "Complété par" },
  cites: { own: "Cite", other: "Cité par" },
  part_of: { own: "Fait partie de", other: "Comprend" },
} satisfies Record<RelationType, { own: string; other: string }>;

export const RELATION_TYPES = Object.keys(relationLabels) as RelationType[];
