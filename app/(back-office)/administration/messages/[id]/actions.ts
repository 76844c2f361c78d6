"use server";

import { z } from "zod";
import { requireEditor } from "#lib/auth/session";
import { formAction } from "#lib/forms/action";
import { retryMail } from "#lib/mail/mutations";
import { now } from "#lib/platform/clock";
import { paths } from "#lib/platform/paths";

/** Sends a refused message again. */
export const retry = formAction({
  guard: requireEditor,
  schema: z.object({ id: z.uuid() }),
  run: async ({ id }, editor) => {
    const outcome = await retryMail(editor, id, now());
    if (!outcome.ok)
      return { ok: false, formError: "Ce message n’est plus parmi les refusés\u00A0: rechargez la page." };
    return { ok: true, redirectTo: paths.adminEdit("messages", id, { fait: "renvoye" }) };
  },
});
