export type PersonOutcome = "registered" | "waiting" | "already" | "refused";
