"use server";

import { z } from "zod";
import { formAction } from "#lib/edge/form-action";
import { requireEditor } from "#lib/edge/session";
import { resumeByHand } from "#lib/mail/stop-mutations";
import { retryAll } from "#lib/notices/outbox/mutations";
import { now } from "#lib/platform/clock";
import { paths } from "#lib/platform/paths";

export const resumeSending = formAction({
  guard: requireEditor,
  schema: z.object({}),
  run: async (_, editor) => {
    await resumeByHand(editor, now());
    return { ok: true, redirectTo: paths.adminList("envois", { fait: "repris" }) };
  },
});

export const retryRefused = formAction({
  guard: requireEditor,
  schema: z.object({}),
  run: async (_, editor) => {
    await retryAll(editor, now());
    return { ok: true, redirectTo: paths.adminEdit("envois", "messages", { fait: "renvoyes" }) };
  },
});
