import type { PlanState } from "#lib/notices/plan/schema";

export const planStateLabels = {
  planned: "Prévu",
  leaving: "Part en ce moment",
  done: "Parti",
  nobody: "Personne à prévenir",
  waiting: "Attend que l’enregistrement soit publié",
  held: "Attend que le relevé de présence soit complet",
  off: "Arrêté",
  past: "Trop tard",
  erased: "Effacé avec les inscrits",
  cancelled: "Séance annulée",
  hidden: "Partira si la séance est en ligne",
} satisfies Record<PlanState, string>;
