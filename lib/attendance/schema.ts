import { z } from "zod";

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
  /** Whether the same link also opens a personal page. */
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

/** What the button that enters a room posts. */
export const roomSchema = z.object({
  token: z.string("Ce lien est incomplet."),
  /** Slug of the session, on a link that opens several. */
  seance: z.string().optional(),
});

/** Why a room is not entered. */
export type RoomRefusal = "unknown" | Exclude<RoomState, "open">;

/** What the check of a certificate answers. `erased`: there was one, and the person's data are gone. */
export type CertificateCheck =
  | { state: "valid"; name: string; webinar: { title: string; startsAt: Date; durationMinutes: number } }
  | { state: "erased" }
  | { state: "unknown" };
