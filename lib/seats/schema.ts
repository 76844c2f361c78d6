export type SeatEvent = "cancel" | "offer" | "give" | "accept" | "expire" | "withdraw";

/**
 * What happened to a registration: an event, or that it came in, or came back. `confirm`: with a seat. `wait`: at the end
 * of the list. `add`: with a seat at a session that the cycle received since.
 */
export type SeatChange = { registrationId: string } & (
  | { event: Exclude<SeatEvent, "cancel"> | "confirm" | "wait" | "add" }
  | { event: "cancel"; wasSeated: boolean }
);
