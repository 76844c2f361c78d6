import { z } from "zod";
import { firstOfRepeated, searched } from "#lib/forms/fields";
import type { RegistrationStatus } from "#prisma/enums";

export const PERSON_STATES = ["vient", "attend", "venue", "refus", "suit", "lettre"] as const;
export type PersonState = (typeof PERSON_STATES)[number];

/** The list of people, read from its address: what is unknown is dropped. */
export const peopleQuery = z.object({
  q: searched(),
  etat: z.preprocess(firstOfRepeated, z.enum(PERSON_STATES)).optional().catch(undefined),
  page: z.preprocess(firstOfRepeated, z.coerce.number().int().min(1).max(10_000)).catch(1),
});
export type PeopleQuery = z.output<typeof peopleQuery>;

/** What was noted of somebody at a session: « unknown » while nobody said that everyone who came is noted. */
export type Noted = { presentAt: Date | null; presentMinutes: number | null; attendanceComplete: boolean };

/** One line of the list of people. A name is null when nothing ever told it. */
export type ListedPerson = {
  id: string;
  email: string;
  createdAt: Date;
  firstName: string | null;
  lastName: string | null;
  organisation: string | null;
  sessions: number;
  /** Whether the last message to them was refused, or came back. */
  refused: boolean;
  /** The next session where they count, else the nearest one; null without any. */
  seat: (Noted & { title: string; startsAt: Date; status: RegistrationStatus }) | null;
};
