"use server";

import { z } from "zod";
import { sendTest } from "#lib/announcements/mutations";
import { textAction, textAutosave, textPage, textReset } from "#lib/desks/texts/mutations";
import { openText } from "#lib/desks/texts/queries";
import { formAction } from "#lib/edge/form-action";
import { currentEditor } from "#lib/edge/session";
import { MAIL_KINDS } from "#lib/mail/schema";
import { now } from "#lib/platform/clock";

const SESSION_GONE = "Cette séance n’existe plus.";

export const save = formAction({ guard: currentEditor, ...textAction(now) });

export const autosave = formAction({ guard: currentEditor, mute: true, ...textAutosave(now) });

export const reset = formAction({ guard: currentEditor, ...textReset(now) });

/** Sends the common text of a message to whoever asks and to nobody else, as its screen shows it. */
export const test = formAction({
  guard: currentEditor,
  schema: z.object({ id: z.uuid(), kind: z.enum(MAIL_KINDS) }),
  run: async ({ id, kind }, editor) => {
    const { words } = await openText(editor, { kind, webinarId: null });
    const outcome = await sendTest(editor, { kind, text: words, webinarId: id, registrationId: null }, now());
    if (!outcome.ok) return { ok: false, formError: SESSION_GONE };
    return { ok: true, redirectTo: textPage({ kind, webinarId: null }, { fait: "essai" }) };
  },
});
