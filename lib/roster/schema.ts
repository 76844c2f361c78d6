import { z } from "zod";
import type { FormAnswers } from "#lib/form-fields/schema";
import { firstOfRepeated, searched } from "#lib/forms/fields";
import type { PersonInput } from "#lib/people/schema";
import { type AttendanceSource, Profile, type RegistrationOrigin, RegistrationStatus } from "#prisma/enums";

const oneOf = <S extends z.ZodType>(schema: S) => z.preprocess(firstOfRepeated, schema).optional().catch(undefined);

/** The registrants of a session that the team looks at, read from an address: what is unknown is dropped. */
export const registrantFilter = z.object({
  q: searched(),
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
  personId: string | null;
  status: RegistrationStatus;
  origin: RegistrationOrigin;
  accessNeeds: string | null;
  formAnswers: FormAnswers | null;
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
  /** Whether everybody who came to the session is noted. */
  attendanceComplete: boolean;
  anonymisedAt: Date | null;
  createdAt: Date;
  questions: string[];
  /** Place in the waiting list, from 1; null when not waiting. */
  position: number | null;
  /** The refused message that should have told them where they stand; null when none was refused. */
  mailId: string | null;
  mailError: string | null;
};

/** Why a registration cannot be given back its seat by the team. `held`: it has one, or a place in line. */
export type RestorationRefusal = "unknown" | "started" | "cancelled" | "held";
