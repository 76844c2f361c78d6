import { z } from "zod";
import { CSV_DIALECTS } from "#lib/csv/writing";
import { listOf } from "#lib/forms/fields";
import { Profile, RegistrationStatus } from "#prisma/enums";

export const REGISTRANT_COLUMNS = [
  "status",
  "firstName",
  "lastName",
  "email",
  "profile",
  "organisation",
  "territory",
  "questions",
  "accessNeeds",
  "newsletter",
  "newsletterNotice",
  "origin",
  "partner",
  "createdAt",
  "cancelledAt",
  "presence",
  "minutes",
] as const;
export type RegistrantColumn = (typeof REGISTRANT_COLUMNS)[number];

/** What the form of a file posts. Without a column, it holds them all; a filter that is unknown is refused, never dropped. */
export const registrantExport = z.object({
  q: z.string().trim().max(200).default(""),
  etat: z.enum(RegistrationStatus).optional(),
  profil: z.enum(Profile).optional(),
  presence: z.enum(["oui", "non"]).optional(),
  columns: listOf(z.enum(REGISTRANT_COLUMNS)).transform((chosen) =>
    REGISTRANT_COLUMNS.filter((column) => chosen.length === 0 || chosen.includes(column)),
  ),
  dialect: z.enum(CSV_DIALECTS).default("excel"),
});
export type RegistrantExport = z.output<typeof registrantExport>;
