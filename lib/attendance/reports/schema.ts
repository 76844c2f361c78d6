import { z } from "zod";
import type { Profile } from "#prisma/enums";

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

/** Why a report cannot be read. `early`: the session has not begun. `empty`: nobody was found in it. `exhausted`: it is no report, by its size. */
export type ReportRefusal = "unknown" | "early" | "empty" | "crowded" | "exhausted";

/** 1 MB: a report of a thousand people is fifteen times smaller. */
const REPORT_BYTES = 1_000_000;
const NO_REPORT = "Choisissez le fichier du relevé, tel que Zoom ou Teams l’a donné.";

export const broughtReport = z.object({
  webinarId: z.uuid(),
  report: z
    .file(NO_REPORT)
    .max(REPORT_BYTES, "Ce fichier dépasse 1\u202FMo\u00A0: ce n’est pas un relevé de présence."),
});

/** Names of the fields of one row in the form of a review, counted from 0. */
export const rowFields = (row: number) => ({ choice: `row-${row}`, other: `other-${row}`, profile: `profile-${row}` });

export const NOBODY = "nobody";
export const NEWCOMER = "newcomer";

export const reviewedReport = z.looseObject({ webinarId: z.uuid(), importId: z.uuid() });
