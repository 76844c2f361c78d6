"use server";

import { BUSY } from "#lib/abuse/labels";
import { findAccountLink } from "#lib/accounts/link-queries";
import { changePasswordByLink } from "#lib/accounts/recovery-mutations";
import { SPENT_LINK } from "#lib/auth/labels";
import { refusedPassword } from "#lib/auth/password-rules";
import { TooManyPasswords } from "#lib/auth/passwords";
import { newPasswordForm } from "#lib/auth/schema";
import { formAction } from "#lib/edge/form-action";
import type { FormOutcome } from "#lib/edge/form-outcome";
import { now } from "#lib/platform/clock";
import { paths } from "#lib/platform/paths";

const GONE = { ok: false, formError: SPENT_LINK } as const;

export const choose = formAction({
  schema: newPasswordForm,
  secrets: ["password"],
  run: async ({ token, password }): Promise<FormOutcome> => {
    const link = await findAccountLink(token, "password", now());
    if (!link) return GONE;
    const problem = refusedPassword({ ...link.user, password });
    if (problem) return { ok: false, fieldErrors: { password: problem } };
    const outcome = await changePasswordByLink(token, password, now()).catch((error: unknown) => {
      if (error instanceof TooManyPasswords) return null;
      throw error;
    });
    if (!outcome) return { ok: false, formError: BUSY };
    return outcome.ok ? { ok: true, redirectTo: paths.signIn({ fait: "mot-de-passe" }) } : GONE;
  },
});
