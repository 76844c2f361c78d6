"use server";

import type { Done } from "#components/enrolment/done-sentence";
import { confirmationRefusals, proposalRefusals } from "#lib/address-changes/labels";
import { confirmAddress, proposeAddress } from "#lib/address-changes/mutations";
import { addressSchema } from "#lib/address-changes/schema";
import { formAction } from "#lib/edge/form-action";
import { linkSchema } from "#lib/enrolment/person/schema";
import { now } from "#lib/platform/clock";
import { paths } from "#lib/platform/paths";

const done = (token: string, fait: Done) => ({ ok: true as const, redirectTo: paths.registration(token, { fait }) });

export const changeAddress = formAction({
  schema: addressSchema,
  run: async ({ token, email }) => {
    const outcome = await proposeAddress(token, email, now());
    if (outcome.ok) return done(token, "adresse");
    return { ok: false, fieldErrors: { email: proposalRefusals[outcome.reason] } };
  },
});

export const adoptAddress = formAction({
  schema: linkSchema,
  run: async ({ token }) => {
    const outcome = await confirmAddress(token, now());
    if (outcome.ok) return done(token, "adresse-changee");
    return { ok: false, formError: confirmationRefusals[outcome.reason] };
  },
});
