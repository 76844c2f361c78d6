/** What came of one person of a group. */
export type PersonOutcome = "registered" | "waiting" | "already" | "refused";
