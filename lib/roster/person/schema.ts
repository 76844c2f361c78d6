import { z } from "zod";
import { tickBox } from "#lib/forms/fields";
import { doubted, sureAddress } from "#lib/people/addresses/schema";
import { addedPerson } from "#lib/roster/additions/schema";
import type { Noted } from "#lib/roster/people/schema";
import type { MailStatus, Profile, QuestionStatus, RegistrationOrigin, RegistrationStatus } from "#prisma/enums";

export type PersonSeat = Noted & {
  id: string;
  status: RegistrationStatus;
  origin: RegistrationOrigin;
  createdAt: Date;
  cancelledAt: Date | null;
  cancellationReason: string | null;
  offerExpiresAt: Date | null;
  accessNeeds: string | null;
  certificateCode: string | null;
  /** Place in the waiting list, from 1; null when not waiting. */
  position: number | null;
  /** Until when it designates them. */
  keptUntil: Date;
  webinar: { id: string; title: string; startsAt: Date; cancelledAt: Date | null };
  questions: { id: string; text: string; status: QuestionStatus; answer: string | null; createdAt: Date }[];
};

export type PersonMail = {
  id: string;
  kind: string;
  subject: string;
  status: MailStatus;
  attempts: number;
  lastError: string | null;
  bouncedAt: Date | null;
  nextTryAt: Date | null;
  sentAt: Date | null;
  createdAt: Date;
  webinarTitle: string | null;
};

/** All that the team sees of one person. */
export type PersonFile = {
  id: string;
  email: string;
  emailKey: string;
  createdAt: Date;
  /** As they last said; null when nothing ever told it. */
  identity: {
    firstName: string;
    lastName: string;
    profile: Profile;
    organisation: string | null;
    territory: string | null;
  } | null;
  newsletter: { at: Date; notice: string | null } | null;
  remindersOffAt: Date | null;
  cycles: { title: string; createdAt: Date }[];
  digest: { choices: string[]; askedAt: Date; confirmedAt: Date | null } | null;
  seats: PersonSeat[];
  mails: PersonMail[];
  mailCount: number;
  /** Since when something to tell them waits because they were written to very often; null when nothing does. */
  heldSince: Date | null;
};

const someone = z.object({ id: z.uuid() });

export const personForm = someone;
export const nameForm = someone.extend({
  firstName: addedPerson.shape.firstName,
  lastName: addedPerson.shape.lastName,
});
export type NameInput = Omit<z.output<typeof nameForm>, "id">;
export const addressForm = someone.extend({ email: addedPerson.shape.email, doubted }).refine(...sureAddress);
export const seatForm = someone.extend({ seatId: z.uuid() });
export const sessionForm = someone.extend({
  webinarId: z.uuid("Choisissez une séance dans la liste."),
});
export const erasureForm = someone.extend({
  agreed: tickBox().refine((agreed) => agreed, "Cochez la case pour confirmer l’effacement."),
});
