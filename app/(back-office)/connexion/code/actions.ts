"use server";

import { codeForm } from "#lib/accounts/schema";
import { verifyCode } from "#lib/auth/credential-mutations";
import { lockedWords, STEP_ENDED, WRONG_CODE } from "#lib/auth/labels";
import { formAction } from "#lib/edge/form-action";
import { safeReturnPath } from "#lib/edge/return-path";
import { currentStep } from "#lib/edge/session";
import { endStep, signInBrowser } from "#lib/edge/sign-in";
import { now } from "#lib/platform/clock";

export const giveCode = formAction({
  schema: codeForm,
  secrets: ["code"],
  run: async ({ code, retour }) => {
    const step = await currentStep();
    if (!step) return { ok: false, formError: STEP_ENDED };
    const outcome = await verifyCode(step.userId, code, now());
    if (outcome.ok) {
      await endStep();
      return { ok: true, redirectTo: await signInBrowser(step.userId, safeReturnPath(retour)) };
    }
    const lockedUntil = (await currentStep())?.lockedUntil;
    const locked = lockedUntil && lockedUntil > now() ? lockedWords(lockedUntil) : null;
    return { ok: false, fieldErrors: { code: locked ?? WRONG_CODE } };
  },
});
