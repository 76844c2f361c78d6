import type { Outcome } from "#lib/bulk/schema";

export const outcomeLabels = {
  change: "Changent",
  same: "L’ont déjà, rien ne change",
  waiting:
    "Refusées\u00A0: une version attend d’être publiée. Relisez-la, et publiez-la ou abandonnez-la depuis sa fiche",
  draft: "Refusées\u00A0: elles n’ont jamais été en ligne",
  public: "Refusées\u00A0: des lecteurs les ont vues en ligne, elles se retirent du site",
  last: "Refusées\u00A0: il ne leur en resterait aucun",
} satisfies Record<Outcome, string>;

export const bulkRefusals = {
  unknown: "Ce choix n’existe plus\u00A0: rechargez la page.",
  unexplained: "Dites pourquoi, en une phrase\u00A0: les lecteurs la liront.",
  moved: "Entre-temps, d’autres fiches répondent à ce choix\u00A0: relisez ce qui changerait, puis recommencez.",
  undone: "Ce changement est déjà défait, ou trop ancien.",
} as const;
export type BulkRefusal = keyof typeof bulkRefusals;
