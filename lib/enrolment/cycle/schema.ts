import { z } from "zod";
import { linkSchema } from "#lib/enrolment/person/schema";
import { tickBox } from "#lib/forms/fields";

export type FollowedCycle = {
  slug: string;
  title: string;
  /** Seats and places in line to come that they hold in it. */
  held: number;
  /** Sessions to come where they never registered. */
  added: number;
};

export const followSchema = linkSchema.extend({ cycle: z.string("Ce cycle n’est pas connu.") });

export const leaveSchema = followSchema.extend({ giveBack: tickBox() });
