import { z } from "zod";
import { firstOfRepeated } from "#lib/forms/fields";
import type { Deliveries } from "#lib/mail/schema";

const MONTH = /^20\d\d-(0[1-9]|1[0-2])$/;

/** YYYY-MM; anything else is the latest month. */
export const mailingsQuery = z.object({
  mois: z.preprocess(firstOfRepeated, z.string().regex(MONTH)).optional().catch(undefined),
});

/** What was written of one kind, about one session, on one day of Paris. */
export type Mailing = {
  kind: string;
  /** YYYY-MM-DD. */
  day: string;
  firstAt: Date;
  webinar: { id: string; title: string; startsAt: Date } | null;
  announcement: { id: string; subject: string } | null;
  deliveries: Deliveries;
};

/** The mailings of a month, the latest first, and the months around it where something was written. */
export type MailingPage = { month: string; previous: string | null; next: string | null; mailings: Mailing[] };
