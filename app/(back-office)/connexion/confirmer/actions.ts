"use server";

import { codeForm, identityForm } from "#lib/accounts/schema";
import { verifyCode } from "#lib/auth/credential-mutations";
import { WRONG_CODE } from "#lib/auth/labels";
import { proveSession } from "#lib/auth/session-mutations";
import { formAction } from "#lib/edge/form-action";
import { requestHeaders } from "#lib/edge/request-headers";
import { safeReturnPath } from "#lib/edge/return-path";
import { currentToken, requireAccount } from "#lib/edge/session";
import { checkPresentPassword } from "#lib/edge/sign-in-guard";
import { now } from "#lib/platform/clock";
import { paths } from "#lib/platform/paths";

async function proven(retour: string | null) {
  await proveSession(await currentToken(), now());
  return { ok: true, redirectTo: safeReturnPath(retour) ?? paths.admin() } as const;
}

/** Who has no second factor. */
export const confirmPassword = formAction({
  guard: requireAccount,
  schema: identityForm,
  secrets: ["present"],
  run: async ({ present, retour, ...posted }, session) => {
    if (session.hasSecondFactor) return { ok: false, formError: "Un code vous est demandé\u00A0: rechargez la page." };
    const refused = await checkPresentPassword(session.email, present, posted, await requestHeaders(), now());
    return refused ?? proven(retour);
  },
});

export const confirmCode = formAction({
  guard: requireAccount,
  schema: codeForm,
  secrets: ["code"],
  run: async ({ code, retour }, { account }) =>
    (await verifyCode(account.userId, code, now())).ok
      ? proven(retour)
      : { ok: false, fieldErrors: { code: WRONG_CODE } },
});
