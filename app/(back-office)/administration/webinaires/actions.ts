"use server";

import { z } from "zod";
import { formAction } from "#lib/edge/form-action";
import { requireEditor } from "#lib/edge/session";
import { now } from "#lib/platform/clock";
import { paths } from "#lib/platform/paths";
import { listAnsweredQuestions } from "#lib/questions/queries";
import { draftReplay } from "#lib/webinars/mutations";

const GONE = "Cette séance n’existe plus.";

export const makeReplayDraft = formAction({
  guard: requireEditor,
  schema: z.object({ id: z.uuid(GONE) }),
  run: async ({ id }, editor) => {
    const outcome = await draftReplay(editor, id, await listAnsweredQuestions(id), now());
    if (outcome.ok) return { ok: true, redirectTo: paths.adminEdit("ressources", outcome.id) };
    return { ok: false, formError: outcome.reason === "unknown" ? GONE : "La séance n’est pas terminée." };
  },
});
