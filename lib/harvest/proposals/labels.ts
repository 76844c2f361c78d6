import type { Decision, ProposalList } from "#lib/harvest/proposals/schema";
import { counted } from "#lib/platform/text";

export const proposalListLabels = {
  "a-trier": "À trier",
  acceptees: "Acceptées",
  modifiees: "Modifiées depuis",
  refusees: "Refusées",
} satisfies Record<ProposalList, string>;

export const decisionLabels = {
  accept: "Accepter",
  refuse: "Refuser",
  restore: "Remettre à trier",
  seen: "C’est vu",
} satisfies Record<Decision, string>;

/** What may be decided of a proposal of each list, the usual one first. */
export const decisionsOf = {
  "a-trier": ["accept", "refuse"],
  acceptees: [],
  modifiees: ["seen"],
  refusees: ["restore"],
} satisfies Record<ProposalList, readonly Decision[]>;

const done: Record<Decision, (count: number) => string> = {
  accept: (count) => `${counted(count, "brouillon est créé", "brouillons sont créés")} parmi les ressources`,
  refuse: (count) => `${counted(count, "proposition est refusée", "propositions sont refusées")}`,
  restore: (count) => `${counted(count, "proposition est remise", "propositions sont remises")} à trier`,
  seen: (count) => `${counted(count, "modification est vue", "modifications sont vues")}`,
};

/** What was decided, and what a colleague had decided before. @param count those that it was done to */
export function decisionWords(act: Decision, count: number, asked: number): string {
  const others = asked - count;
  const already = others ? ` Pour ${counted(others, "autre", "autres")}, un collègue avait déjà décidé.` : "";
  return `${done[act](count)}.${already}`;
}
