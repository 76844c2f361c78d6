import type { CorrectionRefusal } from "#lib/address-changes/schema";
import { cancellationRefusals, reinstatementRefusals } from "#lib/enrolment/seat/labels";
import type { CancellationRefusal } from "#lib/enrolment/seat/schema";
import type { RestorationRefusal } from "#lib/roster/schema";
import type { RegistrationOrigin } from "#prisma/enums";

export const registrationOriginLabels = {
  form: "Formulaire",
  cycle: "Cycle entier",
  editor: "Ajout de l’équipe",
  report: "Relevé de présence",
} satisfies Record<RegistrationOrigin, string>;

/** Why the team could not cancel a registration. */
export const editorCancellationRefusals = {
  unknown: "Cette inscription n’existe plus, ou elle est déjà annulée\u00A0: rechargez la page.",
  started: cancellationRefusals.started,
} satisfies Record<CancellationRefusal, string>;

/** Why the team could not undo a cancellation. */
export const restorationRefusals = {
  unknown: "Cette inscription n’existe plus\u00A0: rechargez la page.",
  started: "La séance a déjà commencé\u00A0: il n’est plus possible de rétablir cette inscription.",
  cancelled: reinstatementRefusals.cancelled,
  held: "Cette personne est déjà inscrite\u00A0: rechargez la page.",
} satisfies Record<RestorationRefusal, string>;

/** Why the team could not correct an address. */
export const correctionRefusals = {
  unknown: restorationRefusals.unknown,
  held: "Cette adresse a déjà une inscription à l’une des mêmes séances. Gardez celle-là, et annulez celle dont l’adresse est fausse.",
} satisfies Record<CorrectionRefusal, string>;
