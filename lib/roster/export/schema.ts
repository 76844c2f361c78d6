import { z } from "zod";
import { listOf } from "#lib/forms/fields";
import { tableFormat } from "#lib/tables/schema";
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
  "formAnswers",
  "newsletter",
  "newsletterNotice",
  "origin",
  "partner",
  "createdAt",
  "cancelledAt",
  "presence",
  "minutes",
] as const;
/** What a first file is made of; what is sensitive is only there when it was asked for. */
export const USUAL_COLUMNS = [
  "status",
  "firstName",
  "lastName",
  "email",
  "organisation",
] as const satisfies RegistrantColumn[];
export type RegistrantColumn = (typeof REGISTRANT_COLUMNS)[number];

/** What the form of a file posts. Without a column, it holds the usual ones; a filter that is unknown is refused, never dropped. */
export const registrantExport = z.object({
  q: z.string().trim().max(200).default(""),
  etat: z.enum(RegistrationStatus).optional(),
  profil: z.enum(Profile).optional(),
  presence: z.enum(["oui", "non"]).optional(),
  columns: listOf(z.enum(REGISTRANT_COLUMNS)).transform((chosen) =>
    REGISTRANT_COLUMNS.filter((column) => (chosen.length ? chosen : USUAL_COLUMNS).includes(column)),
  ),
  format: tableFormat,
});
export type RegistrantExport = z.output<typeof registrantExport>;
