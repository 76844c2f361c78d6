import { z } from "zod";
import { firstOfRepeated, searched } from "#lib/forms/fields";
import type { AttendanceSource, RegistrationStatus } from "#prisma/enums";

/** Somebody whom the host of a session may see come. */
export type DayPerson = {
  id: string;
  firstName: string;
  lastName: string;
  organisation: string | null;
  status: RegistrationStatus;
  presentAt: Date | null;
  attendanceSource: AttendanceSource | null;
};

/** Who is there, the last to come in first; who has a seat and is awaited; who waits for one. */
export type Day = Record<"entered" | "expected" | "waiting", DayPerson[]>;

const shownOrNot = z.preprocess(firstOfRepeated, z.literal("oui")).optional().catch(undefined);

/** What the screen of the day shows, read from its address: what is unknown is dropped. */
export const dayQuery = z.object({
  /** Who is looked for. */
  q: searched(),
  /** What is being typed. */
  saisie: z
    .preprocess(firstOfRepeated, z.enum(["adresse", "personne"]))
    .optional()
    .catch(undefined),
  /** It no longer asks again by itself. */
  arret: shownOrNot,
});
export type DayQuery = z.output<typeof dayQuery>;
