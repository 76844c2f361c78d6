import type { Perspective } from "#prisma/enums";

export const perspectiveLabels = {
  ecosystem: "Écosystème",
  projects: "Projets",
  investments: "Investissements",
} satisfies Record<Perspective, string>;
