import type { FormAnswers } from "#lib/form-fields/schema";
import type { PersonInput } from "#lib/people/schema";
import type { SeatChange } from "#lib/seats/schema";

export type Applicant = PersonInput & {
  accessNeeds?: string | null;
  formAnswers?: FormAnswers | null;
  newsletter?: boolean;
  partnerLink?: string | undefined;
};

/** Somebody who was not there, and is now. */
export type Newcomer = { registrationId: string; outcome: "confirmed" | "waiting"; waitlistRank: number | null };

/** With all that changed, the applicant's own change last. « existing »: registered already; the rank is a newcomer's. */
export type Admission = { changes: SeatChange[] } & (
  | { outcome: "confirmed" | "waiting" | "existing"; registrationId: string; waitlistRank: number | null }
  | { outcome: "closed" | "cancelled" | "unknown" | "partner-link-full" }
);
