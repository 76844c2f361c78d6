import type { Noted, PersonState } from "#lib/roster/people/schema";

export const personStateLabels = {
  vient: "Inscrites à une séance à venir",
  attend: "En liste d’attente",
  venue: "Déjà venues",
  refus: "Dernier message refusé",
  suit: "Suivent un cycle ou le portail",
  lettre: "Demandent la lettre",
} satisfies Record<PersonState, string>;

export const NAMELESS = "Sans nom";

/** @param isOver whether the session has begun: before, nothing is to be noted */
export function notedWords({ presentAt, presentMinutes, attendanceComplete }: Noted, isOver: boolean): string | null {
  if (presentAt) return presentMinutes === null ? "Présence constatée" : `Présence\u00A0: ${presentMinutes}\u00A0min`;
  if (!isOver) return null;
  return attendanceComplete ? "Absence" : "Présence non relevée";
}
