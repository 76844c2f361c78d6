import type { TrashRefusal } from "#lib/publication/trash/schema";

export const trashRefusals = {
  public: "Des lecteurs l’ont vue en ligne\u00A0: retirez-la du site, son adresse dira pourquoi.",
  registered: "Des personnes y sont inscrites\u00A0: annulez la séance, elles en seront prévenues.",
  unknown: "Cette fiche n’existe plus.",
} satisfies Record<TrashRefusal, string>;
