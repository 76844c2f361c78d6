import { z } from "zod";
import { registrationSchema } from "#lib/enrolment/schema";
import { tickBox } from "#lib/forms/fields";
import { doubted, emailAddress, sureAddress } from "#lib/people/addresses/schema";

/** What a person may change of their registrations. The address is who they are: it changes apart. */
const detailsSchema = registrationSchema.pick({
  firstName: true,
  lastName: true,
  profile: true,
  organisation: true,
  territory: true,
  accessNeeds: true,
  newsletter: true,
});
export type DetailsInput = z.output<typeof detailsSchema>;

export const linkSchema = z.object({ token: z.string("Ce lien est incomplet.") });

export const detailsFormSchema = detailsSchema.extend(linkSchema.shape);

export const remindersSchema = linkSchema.extend({ reminders: z.enum(["on", "off"], "Choisissez une réponse.") });

/** « Effacer mes données »: nothing brings them back, so a box is ticked first. */
export const erasureSchema = linkSchema.extend({
  agreed: tickBox().refine((agreed) => agreed, "Cochez la case pour confirmer l’effacement."),
});

/** « Recevoir à nouveau mes liens ». */
export const linksSchema = z.object({ email: emailAddress, doubted }).refine(...sureAddress);
