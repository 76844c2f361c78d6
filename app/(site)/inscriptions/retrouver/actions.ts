"use server";

import { setTimeout } from "node:timers/promises";
import { formAction } from "#lib/edge/form-action";
import { sendLinks } from "#lib/enrolment/person/mutations";
import { linksSchema } from "#lib/enrolment/person/schema";
import { now } from "#lib/platform/clock";
import { paths } from "#lib/platform/paths";

/** Longer than writing a message takes: how long the answer takes tells nothing of the address. */
const SAME_TIME_MS = 700;

/** Has links sent to an address; the answer is the same whether it is known or not. */
export const findMyLinks = formAction({
  schema: linksSchema,
  run: async ({ email }) => {
    await Promise.all([sendLinks(email, now()), setTimeout(SAME_TIME_MS)]);
    return { ok: true, redirectTo: `${paths.findRegistrations()}?envoye` };
  },
});
