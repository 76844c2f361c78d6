import { type Conformity, conformityOf, countsOf, inOrder, lastEvaluation } from "#lib/accessibility/rules";
import { CRITERIA, criterionOf, type Finding, type Said } from "#lib/accessibility/schema";
import { formatDay } from "#lib/platform/dates";
import { counted } from "#lib/platform/text";
import type { CriterionState } from "#prisma/enums";

const REFERENCE = "RGAA 4.1.2";

/** Where the reference says what a criterion asks. */
export const criterionAddress = (number: string): string =>
  `https://accessibilite.numerique.gouv.fr/methode/criteres-et-tests/#${number}`;

export const criterionStateLabels = {
  met: "Conforme",
  unmet: "Non conforme",
  not_applicable: "Non applicable",
} as const satisfies Record<CriterionState, string>;

export const UNEVALUATED_LABEL = "Non évalué";

export const levelLabels = {
  none: "non conforme",
  partial: "partiellement conforme",
  full: "totalement conforme",
} as const satisfies Record<Conformity["level"], string>;

/** Signs that Markdown would read are shown as they were typed. */
const literal = (typed: string) => typed.replace(/[\\`*_{}[\]<>()#+!|~-]/g, "\\$&");

function line({ number, note }: Finding): string {
  const { theme, asks } = criterionOf(number);
  return `- **${number}** ${asks} (${theme})${note ? `. ${literal(note)}` : ""}`;
}

const list = (title: string, findings: readonly Finding[]): string[] =>
  findings.length ? [`### ${title}`, inOrder(findings).map(line).join("\n")] : [];

function advance({ evaluated, rate }: Conformity): string {
  if (evaluated === 0)
    return `**Aucun audit n’a encore été mené** : aucun des ${CRITERIA} critères n’a été vérifié. Tant qu’une personne qualifiée n’a pas vérifié le site, nous ne pouvons pas annoncer mieux.`;
  if (rate === null)
    return `La vérification est en cours : ${counted(evaluated, "critère est vérifié", "critères sont vérifiés")} sur ${CRITERIA}. Tant qu’elle n’est pas achevée, nous ne pouvons pas annoncer mieux.`;
  return `Sur les ${CRITERIA} critères, **${rate} %** de ceux qui s’appliquent à ce site sont respectés.`;
}

/** The state of the site, how far its evaluation went and when, in Markdown. */
export function advanceWords(findings: readonly Finding[]): string {
  const conformity = conformityOf(countsOf(findings));
  const lastAt = lastEvaluation(findings);
  return [
    `Ce site est **${levelLabels[conformity.level]}** avec le référentiel général d’amélioration de l’accessibilité, **${REFERENCE}**.`,
    advance(conformity),
    ...(lastAt ? [`Dernière vérification : le ${formatDay(lastAt)}.`] : []),
  ].join("\n\n");
}

/** All that the grid says to readers: what is not met and what does not apply besides. */
export const conformityWords = (findings: readonly Finding[]): string =>
  [
    advanceWords(findings),
    ...list(
      "Critères non respectés",
      findings.filter(({ state }) => state === "unmet"),
    ),
    ...list(
      "Critères qui ne s’appliquent pas",
      findings.filter(({ state }) => state === "not_applicable"),
    ),
  ].join("\n\n");

/** What a colleague wrote of a criterion while somebody else wrote of it too. */
export const meanwhileWords = ({ state, note }: Said): string =>
  `Quelqu’un a noté entre-temps «\u202F${state ? criterionStateLabels[state] : UNEVALUATED_LABEL}\u202F»${note ? `, «\u202F${note}\u202F»` : ""}. Enregistrez de nouveau pour garder ce que vous avez écrit ici.`;
