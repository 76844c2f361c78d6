import { z } from "zod";
import { proofFields } from "#lib/abuse/fields";
import { listOf, optionalText, tickBox } from "#lib/forms/fields";
import { PARTNER_LINK } from "#lib/partner-links/rules";
import { followedCode } from "#lib/partner-links/schema";
import { doubted, sureAddress } from "#lib/people/addresses/schema";
import { personSchema } from "#lib/people/schema";
import type { Result } from "#lib/platform/result";

export const QUESTION_LENGTH = 1000;
const ACCESS_NEEDS_LENGTH = 500;

export const registrationSchema = personSchema.extend({
  question: optionalText(QUESTION_LENGTH),
  accessNeeds: optionalText(ACCESS_NEEDS_LENGTH),
  newsletter: tickBox(),
});

export type RegistrationInput = z.output<typeof registrationSchema>;

/** What is posted: the fields, the session of the page, the others asked for with it, and what keeps robots away. */
export const registrationFormSchema = registrationSchema
  .extend({
    ...proofFields,
    webinar: z.string("Cette séance n’est pas connue."),
    webinars: listOf(z.string()),
    wholeCycle: tickBox(),
    [PARTNER_LINK]: followedCode,
    doubted,
  })
  .refine(...sureAddress)
  .transform(({ webinar, webinars, wholeCycle, [PARTNER_LINK]: partnerLink, doubted: _, ...typed }) => {
    const { formToken, homepage, challenge, solution, ...person } = typed;
    return { person, webinar, webinars, wholeCycle, partnerLink, formToken, homepage, challenge, solution };
  });

/** Done, with the token of the personal page. */
export type Registered = Result<{ token: string }, RegistrationRefusal>;

/**
 * Why a registration is refused. `spent`: this very form was already sent, with something else in it. `partner-link-full`:
 * the partner's link that was followed brings nobody more.
 */
export type RegistrationRefusal = "closed" | "cancelled" | "unknown" | "spent" | "partner-link-full";
