import type { PersonInput } from "#lib/people/schema";
import type { SeatChange } from "#lib/seats/schema";

export type Applicant = PersonInput & {
  accessNeeds?: string | null;
  newsletter?: boolean;
  partnerLink?: string | undefined;
};

/**
 * What came of asking for a seat, and all that changed with it, the applicant's own change last. An address that was
 * registered already is « existing », with the rank that a newcomer would have been given. Null for a seat.
 */
export type Admission = { changes: SeatChange[] } & (
  | { outcome: "confirmed" | "waiting" | "existing"; registrationId: string; waitlistRank: number | null }
  | { outcome: "closed" | "cancelled" | "unknown" | "partner-link-full" }
);
