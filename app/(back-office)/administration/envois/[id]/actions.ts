"use server";

import { z } from "zod";
import { formAction } from "#lib/edge/form-action";
import { requireEditor } from "#lib/edge/session";
import { retryMail } from "#lib/notices/outbox/mutations";
import { findMail } from "#lib/notices/outbox/queries";
import { now } from "#lib/platform/clock";
import { paths } from "#lib/platform/paths";
import { resend } from "#lib/roster/mutations";

const schema = z.object({ id: z.uuid() });

const REFUSALS = {
  "not-refused": "Ce message n’est plus parmi les refusés\u00A0: rechargez la page.",
  stale:
    "Un message plus récent dit autre chose à cette personne, ou son adresse a été corrigée\u00A0: rechargez la page.",
};

export const retry = formAction({
  guard: requireEditor,
  schema,
  run: async ({ id }, editor) => {
    const outcome = await retryMail(editor, id, now());
    if (!outcome.ok) return { ok: false, formError: REFUSALS[outcome.reason] };
    return { ok: true, redirectTo: paths.adminEdit("envois", id, { fait: "renvoye" }) };
  },
});

export const writeAgain = formAction({
  guard: requireEditor,
  schema,
  run: async ({ id }, editor) => {
    const registrationId = (await findMail(editor, id))?.registrationId;
    const outcome = registrationId ? await resend(editor, registrationId, now()) : null;
    if (!outcome?.ok)
      return { ok: false, formError: "Cette inscription n’existe plus\u00A0: il n’y a plus rien à lui écrire." };
    return { ok: true, redirectTo: paths.adminEdit("envois", id, { fait: "reecrit" }) };
  },
});
