import { z } from "zod";
import { optionalText, requiredText, tickBox } from "#lib/forms/fields";
import { Profile, type RegistrationStatus } from "#prisma/enums";

const NAME_LENGTH = 80;
const QUESTION_LENGTH = 1000;
const ACCESS_NEEDS_LENGTH = 500;
/** RFC 5321 §4.5.3.1.3, without the angle brackets. */
const EMAIL_LENGTH = 254;

/** Letters of any alphabet (RFC 6531); no quoted local part, no bare host. */
const EMAIL =
  /^[\p{L}\p{M}\p{N}!#$%&'*+/=?^_`{|}~-]+(?:\.[\p{L}\p{M}\p{N}!#$%&'*+/=?^_`{|}~-]+)*@(?:[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}-]*[\p{L}\p{M}\p{N}])?\.)+(?:\p{L}{2,}|xn--[a-z0-9-]+)$/iu;

/** The confirmation greets whoever the address belongs to: it must not carry a stranger's advertisement. */
const ADDRESS_IN_A_NAME = /:\/\/|www\.|@/i;

const oneLine = (value: unknown) => (typeof value === "string" ? value.replace(/\s+/g, " ") : value);

const personName = (missing: string) =>
  z.preprocess(
    oneLine,
    requiredText(missing, NAME_LENGTH).refine(
      (name) => !ADDRESS_IN_A_NAME.test(name),
      "Un nom ne peut pas contenir d’adresse\u00A0: retirez-la.",
    ),
  );

/** NFKC comes before the check, so that look-alike characters are judged for what they become. */
const emailAddress = z.preprocess(
  (value) => (typeof value === "string" ? value.normalize("NFKC").trim() : value),
  requiredText("Indiquez votre adresse électronique.", EMAIL_LENGTH).pipe(
    z.string().regex(EMAIL, "Cette adresse ne semble pas complète. Elle s’écrit sous la forme prenom.nom@exemple.fr."),
  ),
);

/** The registration form, field by field. Stray spaces are dropped; an empty optional field is null. */
export const registrationSchema = z.object({
  firstName: personName("Indiquez votre prénom."),
  lastName: personName("Indiquez votre nom."),
  email: emailAddress,
  profile: z.enum(Profile, "Choisissez ce qui vous décrit le mieux."),
  organisation: optionalText(),
  territory: optionalText(),
  question: optionalText(QUESTION_LENGTH),
  accessNeeds: optionalText(ACCESS_NEEDS_LENGTH),
  newsletter: tickBox(),
});

export type RegistrationInput = z.output<typeof registrationSchema>;

/** What is posted: the fields and the slug of the session. */
export const registrationFormSchema = registrationSchema.extend({
  webinar: z.string("Cette séance n’est pas connue."),
});

/** Why a registration is refused. */
export type RegistrationRefusal = "full" | "closed" | "cancelled" | "unknown";

/** What is posted by the personal page. */
export const cancellationSchema = z.object({ token: z.string("Ce lien est incomplet.") });

/** Why a cancellation is refused. */
export type CancellationRefusal = "unknown" | "started";

/** What the personal page shows: the session and the seat, nothing of the person. */
export type RegistrationView = {
  /** Name under which calendars know this registration. */
  calendarId: string;
  /**
   * Of the session alone: what this registration went through would tell whoever typed the address
   * that it was registered before.
   */
  sequence: number;
  state: RegistrationStatus;
  /** Whether the session is still to come, so that the seat can be given back. */
  cancellable: boolean;
  webinar: {
    slug: string;
    title: string;
    summary: string;
    startsAt: Date;
    durationMinutes: number;
    cancelledAt: Date | null;
  };
};
