import { z } from "zod";
import { listOf } from "#lib/forms/fields";
import type { Profile } from "#prisma/enums";

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

/** What the check of a certificate answers. Once a person is erased, nothing tells theirs from one that never was. */
export type CertificateCheck =
  | { state: "valid"; name: string; webinar: { title: string; startsAt: Date; durationMinutes: number } }
  | { state: "unknown" };

/** Someone as a report of a video-conference names them. */
export const reportedPerson = z.object({
  name: z.string(),
  /** As the report writes it; null when it does not. */
  email: z.string().nullable(),
  /** Length of presence; null when the report does not say. */
  seconds: z.number().nullable(),
});
export type ReportedPerson = z.output<typeof reportedPerson>;

/**
 * Whom somebody of a report is among the registrants. `name`: the same words, whatever their order; `doubt`: several
 * people, or words in part the same, the likeliest first.
 */
export type Match =
  | { by: "address" | "name"; registrationId: string }
  | { by: "doubt"; candidates: string[] }
  | { by: "nothing" };

/** What the team decides of somebody of a report: a registrant, nobody, or someone to add. */
export type Decision = { registrationId: string } | { add: Profile } | null;

/** Why a report cannot be read. `early`: the session has not begun. `empty`: nobody was found in it. */
export type ReportRefusal = "unknown" | "early" | "empty" | "crowded";

/** 1 MB: a report of a thousand people is fifteen times smaller. */
const REPORT_BYTES = 1_000_000;
const NO_REPORT = "Choisissez le fichier du relevé, tel que Zoom ou Teams l’a donné.";

/** The form that brings a report. */
export const broughtReport = z.object({
  webinarId: z.uuid(),
  report: z
    .file(NO_REPORT)
    .max(REPORT_BYTES, "Ce fichier dépasse 1\u202FMo\u00A0: ce n’est pas un relevé de présence."),
});

/** Names of the fields of one row in the form of a review, counted from 0. */
export const rowFields = (row: number) => ({ choice: `row-${row}`, other: `other-${row}`, profile: `profile-${row}` });

/** What can be chosen beside a registrant. */
export const NOBODY = "nobody";
export const NEWCOMER = "newcomer";

/** What the review of a report posts, beside the fields of its rows. */
export const reviewedReport = z.looseObject({ webinarId: z.uuid(), importId: z.uuid() });

/** Identifiers in one field. */
const identifiers = z.preprocess(
  (value) => (typeof value === "string" ? value.split(" ").filter(Boolean) : value),
  z.array(z.uuid()),
);

/** What the list of presence posts: who was shown, who was shown as present, who is ticked. */
export const markedAttendance = z.object({
  webinarId: z.uuid(),
  shown: identifiers,
  before: identifiers,
  present: listOf(z.uuid()),
  /** Where to come back to. */
  q: z.string().default(""),
  presence: z.string().default(""),
  page: z.string().default(""),
});
