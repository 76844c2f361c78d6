import { z } from "zod";
import { proofFields } from "#lib/abuse/fields";
import { firstOfRepeated, listOf, optionalText, requiredText, tickBox } from "#lib/forms/fields";
import { PARTNER_LINK } from "#lib/partner-links/rules";
import { followedCode } from "#lib/partner-links/schema";
import { holdsAddress, isWritten, withoutUnseen } from "#lib/registrations/rules";
import { doubtOf, emailAddress } from "#lib/registrations/typed-address";
import { type AttendanceSource, Profile, type RegistrationOrigin, RegistrationStatus } from "#prisma/enums";

const NAME_LENGTH = 80;
const QUESTION_LENGTH = 1000;
const ACCESS_NEEDS_LENGTH = 500;
const REASON_LENGTH = 300;

const oneLine = (value: unknown) => (typeof value === "string" ? withoutUnseen(value).replace(/\s+/g, " ") : value);

/** The confirmation greets whoever the address belongs to: no stranger's advertisement, no sign that hides or piles up. */
const personName = (missing: string) =>
  z.preprocess(
    oneLine,
    requiredText(missing, NAME_LENGTH)
      .refine((name) => !holdsAddress(name), "Un nom ne peut pas contenir d’adresse\u00A0: retirez-la.")
      .refine((name) => !name || isWritten(name), "Écrivez un nom avec des lettres."),
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

/** What is known of a person on each of their seats. */
export type PersonInput = Pick<
  RegistrationInput,
  "firstName" | "lastName" | "email" | "profile" | "organisation" | "territory"
>;

/** What is posted: the fields, the session of the page, the others asked for with it, and what keeps robots away. */
export const registrationFormSchema = registrationSchema
  .extend({
    ...proofFields,
    webinar: z.string("Cette séance n’est pas connue."),
    /** Slugs of other sessions of the cycle. */
    webinars: listOf(z.string()),
    /** Every coming session of the cycle, and those that it will still receive. */
    wholeCycle: tickBox(),
    [PARTNER_LINK]: followedCode,
    /** The address that was doubted last time: sent again, it is right. */
    doubted: z.string().optional(),
  })
  .refine(({ email, doubted }) => !doubtOf(email) || doubted?.trim() === email, {
    path: ["email"],
    error: ({ input }) =>
      `${doubtOf((input as { email: unknown }).email)} Corrigez, ou envoyez de nouveau si l’adresse est juste.`,
    // Said with the other faults, not after them.
    when: ({ value }) => typeof (value as { email?: unknown }).email === "string",
  })
  .transform(({ webinar, webinars, wholeCycle, [PARTNER_LINK]: partnerLink, doubted: _, ...typed }) => {
    const { formToken, homepage, challenge, solution, ...person } = typed;
    return { person, webinar, webinars, wholeCycle, partnerLink, formToken, homepage, challenge, solution };
  });

/**
 * Why a registration is refused. `spent`: this very form was already sent, with something else in it. `partner-link-full`:
 * the partner's link that was followed brings nobody more.
 */
export type RegistrationRefusal = "closed" | "cancelled" | "unknown" | "spent" | "partner-link-full";

const token = z.string("Ce lien est incomplet.");
const webinar = z.string("Cette séance n’est pas connue.");

/** What the personal page posts about one session. */
export const seatSchema = z.object({ token, webinar });

/** A cancellation, with a reason for whoever cares to give one. */
export const cancellationSchema = seatSchema.extend({ reason: optionalText(REASON_LENGTH) });

/** The answer to an offered seat. */
export const answerSchema = seatSchema.extend({ answer: z.enum(["accept", "decline"], "Choisissez une réponse.") });

/** What a person may change of their registrations. The address is who they are: it changes apart. */
const detailsSchema = registrationSchema
  .pick({ firstName: true, lastName: true, profile: true, organisation: true, territory: true, accessNeeds: true })
  .extend({ newsletter: tickBox() });
/** The form that changes them. */
export const detailsFormSchema = detailsSchema.extend({ token });
export type DetailsInput = z.output<typeof detailsSchema>;

/** A question that comes after the registration. */
export const questionSchema = seatSchema.extend({
  question: requiredText("Écrivez votre question.", QUESTION_LENGTH),
});

/** What the personal page posts about everything under an address. */
export const linkSchema = z.object({ token });

/** Another address for everything under an address. */
export const addressSchema = linkSchema.extend({ email: emailAddress });

/** The reminders of a person. */
export const remindersSchema = linkSchema.extend({ reminders: z.enum(["on", "off"], "Choisissez une réponse.") });

/** A cycle that a person follows, or no longer. */
export const cycleSchema = linkSchema.extend({ cycle: z.string("Ce cycle n’est pas connu.") });

/** « Effacer mes données »: nothing brings them back, so a box is ticked first. */
export const erasureSchema = linkSchema.extend({
  agreed: tickBox().refine((agreed) => agreed, "Cochez la case pour confirmer l’effacement."),
});

/** « Recevoir à nouveau mes liens ». */
export const linksSchema = registrationSchema.pick({ email: true });

/** Why a cancellation is refused. */
export type CancellationRefusal = "unknown" | "started";

/** Why a cancellation cannot be undone. */
export type ReinstatementRefusal = "unknown" | "started" | "late" | "cancelled";

/** Why a question was not passed on. `many`: the team already has several of this person for this session. */
export type QuestionRefusal = "unknown" | "started" | "many";

/** Why an offer cannot be answered any more. `spent`: it has expired, or the number of seats was lowered meanwhile. */
export type AnswerRefusal = "unknown" | "started" | "spent";

/** What the personal page shows of one session: the seat, nothing of the person. */
export type SeatView = {
  /** Name under which calendars know this registration. */
  calendarId: string;
  /**
   * On a screen link, as when that link was given: what this registration went through would tell whoever typed the
   * address that it was registered before.
   */
  sequence: number;
  state: RegistrationStatus;
  /** Place in the waiting list, from 1; null when not waiting. Never on a screen link. */
  position: number | null;
  /** Until when an offered seat is kept. */
  offerExpiresAt: Date | null;
  /** Whether the session is still to come, so that the seat or the place in line can be given back. */
  cancellable: boolean;
  /** Until when a cancellation can be undone; null when there is nothing to undo. */
  undoUntil: Date | null;
  /** Whether presence was recorded: there is a certificate. Never on a screen link. */
  present: boolean;
  /** What this person asked in advance. Never on a screen link. */
  questions: string[];
  webinar: {
    slug: string;
    title: string;
    summary: string;
    startsAt: Date;
    durationMinutes: number;
    cancelledAt: Date | null;
    previousStartsAt: Date | null;
    /** Whether the public can watch it again. */
    replayPublic: boolean;
  };
};

/** What stands behind a personal link. */
export type RegistrationsView = {
  /** In order of date. */
  seats: SeatView[];
  /** Who it is, on a link that was sent to their address; null on a screen link. */
  person:
    | (Omit<DetailsInput, "newsletter"> & { email: string; newsletter: boolean; reminders: boolean; erasedOn: Date })
    | null;
  /** Cycles whose new sessions come by themselves, and those of their coming sessions that they could follow. */
  subscriptions: { slug: string; title: string }[];
  followable: { slug: string; title: string }[];
};

const oneOf = <S extends z.ZodType>(schema: S) => z.preprocess(firstOfRepeated, schema).optional().catch(undefined);

/** The registrants of a session that the team looks at, read from an address: what is unknown is dropped. */
export const registrantFilter = z.object({
  /** Letters of a name or of an address. */
  q: z.preprocess(firstOfRepeated, z.string().trim().max(200)).catch(""),
  etat: oneOf(z.enum(RegistrationStatus)),
  profil: oneOf(z.enum(Profile)),
  presence: oneOf(z.enum(["oui", "non"])),
});
export type RegistrantFilter = z.output<typeof registrantFilter>;

/** As `registrantFilter`, one page of them. */
export const registrantListQuery = registrantFilter.extend({
  page: z.preprocess(firstOfRepeated, z.coerce.number().int().min(1).max(10_000)).catch(1),
});

/** One person registered for a session, as the team sees them; empty names once anonymised. */
export type Registrant = PersonInput & {
  id: string;
  status: RegistrationStatus;
  origin: RegistrationOrigin;
  accessNeeds: string | null;
  newsletterAt: Date | null;
  newsletterNotice: string | null;
  /** Through whose link they came; null without one, or once it is deleted. */
  partner: string | null;
  offerExpiresAt: Date | null;
  cancelledAt: Date | null;
  cancellationReason: string | null;
  presentAt: Date | null;
  attendanceSource: AttendanceSource | null;
  presentMinutes: number | null;
  anonymisedAt: Date | null;
  createdAt: Date;
  questions: string[];
  /** Place in the waiting list, from 1; null when not waiting. */
  position: number | null;
  /** The refused message that should have told them where they stand; null when none was refused. */
  mailId: string | null;
  /** The refusal of the mail server, in its words. */
  mailError: string | null;
};

/** Why an address cannot be proposed. `same`: it is that of the person. `many`: several were proposed today. */
export type ProposalRefusal = "unknown" | "same" | "many";

/** Why an address is not replaced. `held`: the new one already has a registration at the same session. */
export type CorrectionRefusal = "unknown" | "held";

/** Why a registration cannot be given back its seat by the team. `held`: it has one, or a place in line. */
export type RestorationRefusal = "unknown" | "started" | "cancelled" | "held";
