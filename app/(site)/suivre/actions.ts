"use server";

import { setTimeout } from "node:timers/promises";
import { formAction } from "#lib/edge/form-action";
import { guardRegistration } from "#lib/edge/form-guard";
import { requestHeaders } from "#lib/edge/request-headers";
import { askDigest } from "#lib/people/digest/mutations";
import { digestRequest } from "#lib/people/digest/schema";
import { now } from "#lib/platform/clock";
import { paths } from "#lib/platform/paths";

/** Longer than writing a message takes: how long the answer takes tells nothing of the address. */
const SAME_TIME_MS = 700;

export const followPortal = formAction({
  schema: digestRequest,
  guard: requestHeaders,
  run: async ({ choices, email, doubted: _, ...proof }, headers) => {
    const at = now();
    const guarded = await guardRegistration(proof, headers, at);
    if (!guarded.ok) return guarded;
    await Promise.all([askDigest(email, choices, at), setTimeout(SAME_TIME_MS)]);
    return { ok: true, redirectTo: paths.digests({ etape: "envoye" }) };
  },
});
