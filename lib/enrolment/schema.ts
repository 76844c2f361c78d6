import { z } from "zod";
import { proofFields } from "#lib/abuse/fields";
import type { Colleague } from "#lib/enrolment/colleagues/rules";
import { type Brought, judgedColleagues } from "#lib/enrolment/colleagues/schema";
import { postedAnswers } from "#lib/form-fields/rules";
import type { FormAnswers, FormFaults } from "#lib/form-fields/schema";
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

export type RegistrationInput = z.output<typeof registrationSchema> & { formAnswers?: FormAnswers };

/** What was posted, its answers to the own fields of a form read from it. */
export const withFormAnswers = (typed: unknown): unknown =>
  typeof typed === "object" && typed !== null ? { ...typed, formAnswers: postedAnswers(typed) } : typed;

/** The same, with the colleagues whom it names. */
const withColleagues = (typed: unknown): unknown =>
  typeof typed === "object" && typed !== null
    ? { ...typed, formAnswers: postedAnswers(typed), brought: judgedColleagues({ ...typed }) }
    : typed;

const brought = z.custom<ReturnType<typeof judgedColleagues>>();

export const formAnswers = z.record(z.string(), z.string()).default({});

/** What is posted: the fields, the session of the page, the others asked for with it, and what keeps robots away. */
export const registrationFormSchema = z.preprocess(
  withColleagues,
  registrationSchema
    .extend({
      ...proofFields,
      webinar: z.string("Cette séance n’est pas connue."),
      webinars: listOf(z.string()),
      wholeCycle: tickBox(),
      [PARTNER_LINK]: followedCode,
      formAnswers,
      brought,
      doubted,
    })
    .refine(...sureAddress)
    .superRefine(({ brought: { faults } }, context) => {
      for (const [name, message] of Object.entries(faults)) context.addIssue({ code: "custom", path: [name], message });
    })
    .transform(({ webinar, webinars, wholeCycle, [PARTNER_LINK]: partnerLink, doubted: _, brought, ...typed }) => {
      const { formToken, homepage, challenge, solution, formAnswers, ...said } = typed;
      const person: RegistrationInput = Object.keys(formAnswers).length ? { ...said, formAnswers } : said;
      const { colleagues }: { colleagues: readonly Colleague[] } = brought;
      const asked = { webinar, webinars, wholeCycle, partnerLink, colleagues };
      return { person, ...asked, formToken, homepage, challenge, solution };
    }),
);

/** Done, with the token of the personal page. */
export type Registered = Result<{ token: string; colleagues?: Brought }, RegistrationRefusal> | FormFaults;

/**
 * Why a registration is refused. `spent`: this very form was already sent, with something else in it. `partner-link-full`:
 * the partner's link that was followed brings nobody more.
 */
export type RegistrationRefusal = "closed" | "cancelled" | "unknown" | "spent" | "partner-link-full";
