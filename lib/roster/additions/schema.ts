import { z } from "zod";
import { registrationSchema } from "#lib/enrolment/schema";
import { requiredText, tickBox } from "#lib/forms/fields";
import { doubted, sureAddress } from "#lib/people/addresses/schema";
import type { PersonInput } from "#lib/people/schema";
import { Profile } from "#prisma/enums";

const requiredOf = (message: string) =>
  z
    .string(message)
    .trim()
    .min(1, message)
    .transform((typed): unknown => typed);
const fields = registrationSchema.shape;

/** One person added by the team: the fields of the public form, spoken of to somebody else. */
export const addedPerson = registrationSchema
  .extend({
    webinarId: z.uuid(),
    firstName: requiredOf("Indiquez le prénom de la personne.").pipe(fields.firstName),
    lastName: requiredOf("Indiquez le nom de la personne.").pipe(fields.lastName),
    email: requiredOf("Indiquez l’adresse électronique de la personne.").pipe(fields.email),
    profile: z.enum(Profile, "Choisissez le profil de la personne."),
    doubted,
  })
  .refine(...sureAddress);

const PASTED_LENGTH = 60_000;
const LIST_BYTES = 4 * PASTED_LENGTH;
const NO_LIST = "Collez une liste, ou choisissez son fichier\u00A0: une personne par ligne.";

/** What a list says, pasted or brought as a file. */
export const listText = requiredText(NO_LIST, PASTED_LENGTH);

/** A list pasted by the team, or its file. `shown` names the list that was reviewed. */
export const pastedList = z.object({
  webinarId: z.uuid(),
  list: z.string().default(""),
  file: z.file().max(LIST_BYTES, "Ce fichier est trop lourd pour une liste\u00A0: coupez-le en plusieurs.").optional(),
  profile: z.enum(Profile, "Choisissez le profil des personnes dont la ligne ne le dit pas."),
  shown: z.string().default(""),
  payers: tickBox(),
});

/** The most people that one paste brings in: their session is held meanwhile. */
export const PASTED_PEOPLE = 300;

export type PastedLine = { number: number; text: string } & (
  | {
      person: PersonInput;
      /** Whether the name was drawn from the address. */
      guessed: boolean;
      /** Whether the address is that of whoever paid. */
      payer: boolean;
    }
  /** Why the line is refused, in a sentence; `twice` when the address stands on a line before. */
  | { refusal: string; twice?: boolean }
);

export type AddedPerson = PersonInput & { question?: string | null; accessNeeds?: string | null; newsletter?: boolean };
