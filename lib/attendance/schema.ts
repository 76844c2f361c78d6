import { z } from "zod";
import { listOf } from "#lib/forms/fields";

/**
 * Where the room of a session stands for the holder of a link. `missing`: it is time, and the team has given no address
 * yet. `waiting`, `offered` and `left`: this person has no seat.
 */
export type RoomState = "early" | "open" | "missing" | "over" | "cancelled" | "waiting" | "offered" | "left";

/** What a link to a room shows. The address of the room is never in it. */
export type RoomView = {
  state: RoomState;
  opensAt: Date;
  /** In how many seconds the page asks again by itself; null when it does not. */
  refreshSeconds: number | null;
  opensPage: boolean;
  webinar: {
    slug: string;
    title: string;
    startsAt: Date;
    durationMinutes: number;
    previousStartsAt: Date | null;
    replayPublic: boolean;
  };
};

export const roomSchema = z.object({
  token: z.string("Ce lien est incomplet."),
  seance: z.string().optional(),
});

export type RoomRefusal = "unknown" | Exclude<RoomState, "open">;

/** What the check of a certificate answers. Once a person is erased, nothing tells theirs from one that never was. */
export type CertificateCheck =
  | { state: "valid"; name: string; webinar: { title: string; startsAt: Date; durationMinutes: number } }
  | { state: "unknown" };

const identifiers = z.preprocess(
  (value) => (typeof value === "string" ? value.split(" ").filter(Boolean) : value),
  z.array(z.uuid()),
);

/** `complete`: whether who is not present is absent. */
export type AttendanceCounts = {
  expected: number;
  present: number;
  absent: number;
  anonymised: number;
  complete: boolean;
};

export const completedAttendance = z.object({ webinarId: z.uuid(), complete: z.enum(["oui", "non"]) });

/** What the list of presence posts: who was shown, who was shown as present, who is ticked. */
export const markedAttendance = z.object({
  webinarId: z.uuid(),
  shown: identifiers,
  before: identifiers,
  present: listOf(z.uuid()),
  q: z.string().default(""),
  presence: z.string().default(""),
  page: z.string().default(""),
});
