import { z } from "zod";
import { linkSchema } from "#lib/enrolment/person/schema";
import { tickBox } from "#lib/forms/fields";

/** A cycle that a person follows, or may follow. */
export type FollowedCycle = {
  slug: string;
  title: string;
  /** Seats and places in line to come that they hold in it. */
  held: number;
  /** Sessions to come where they never registered. */
  added: number;
};

export const followSchema = linkSchema.extend({ cycle: z.string("Ce cycle n’est pas connu.") });

/** Leaving a cycle; `giveBack` gives back what it brought and what was taken besides. */
export const leaveSchema = followSchema.extend({ giveBack: tickBox() });
