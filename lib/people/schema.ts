import { z } from "zod";
import { optionalLine, requiredText } from "#lib/forms/fields";
import { isPrintable } from "#lib/pdf/alphabet";
import { emailAddress } from "#lib/people/addresses/schema";
import { holdsAddress, isWritten, withoutUnseen } from "#lib/people/rules";
import { Profile } from "#prisma/enums";

const NAME_LENGTH = 80;

const oneLine = (value: unknown) => (typeof value === "string" ? withoutUnseen(value).replace(/\s+/g, " ") : value);

/** The confirmation greets whoever the address belongs to: no stranger's advertisement, no sign that hides or piles up. */
const personName = (missing: string) =>
  z.preprocess(
    oneLine,
    requiredText(missing, NAME_LENGTH)
      .refine((name) => !holdsAddress(name), "Un nom ne peut pas contenir d’adresse\u00A0: retirez-la.")
      .refine((name) => !name || isWritten(name), "Écrivez un nom avec des lettres.")
      .refine(
        isPrintable,
        "L’attestation ne saurait pas imprimer ces lettres\u00A0: écrivez ce nom avec celles d’un alphabet courant.",
      ),
  );

/** Who somebody says they are. Stray spaces are dropped; an empty optional field is null. */
export const personSchema = z.object({
  firstName: personName("Indiquez votre prénom."),
  lastName: personName("Indiquez votre nom."),
  email: emailAddress,
  profile: z.enum(Profile, "Choisissez ce qui vous décrit le mieux."),
  organisation: optionalLine(),
  territory: optionalLine(),
});

export type PersonInput = z.output<typeof personSchema>;
