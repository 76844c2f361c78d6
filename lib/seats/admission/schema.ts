import type { PersonInput } from "#lib/people/schema";
import type { SeatChange } from "#lib/seats/schema";

export type Applicant = PersonInput & {
  accessNeeds?: string | null;
  newsletter?: boolean;
  partnerLink?: string | undefined;
};

/** What came of asking for a seat, and all that changed with it, the applicant's own change last. */
export type Admission = { changes: SeatChange[] } & (
  | { outcome: "confirmed" | "waiting"; registrationId: string }
  /** The address was registered already: `waitlistRank` is what a newcomer would have been given, null for a seat. */
  | { outcome: "existing"; registrationId: string; waitlistRank: number | null }
  | { outcome: "closed" | "cancelled" | "unknown" | "partner-link-full" }
);
