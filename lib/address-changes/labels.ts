import type { CorrectionRefusal, ProposalRefusal } from "#lib/address-changes/schema";
import { cancellationRefusals } from "#lib/enrolment/seat/labels";

/** Why an address could not be proposed. */
export const proposalRefusals = {
  unknown: cancellationRefusals.unknown,
  same: "C’est déjà l’adresse de vos inscriptions.",
  many: "Plusieurs messages sont déjà partis aujourd’hui. Ouvrez l’un d’eux, ou réessayez demain.",
} satisfies Record<ProposalRefusal, string>;

/** Why an address could not be confirmed. */
export const confirmationRefusals = {
  unknown: "Ce lien ne vaut plus\u00A0: demandez de nouveau le changement depuis votre page personnelle.",
  held: "Cette adresse a déjà une inscription à l’une des mêmes séances. Annulez l’une des deux, puis recommencez.",
} satisfies Record<CorrectionRefusal, string>;
