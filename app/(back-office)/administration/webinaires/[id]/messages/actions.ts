"use server";

import { z } from "zod";
import { sendTest } from "#lib/announcements/mutations";
import { openText } from "#lib/desks/texts/queries";
import { formAction } from "#lib/edge/form-action";
import { currentEditor } from "#lib/edge/session";
import { optionalIdentifier } from "#lib/forms/choices";
import { MAIL_KINDS } from "#lib/mail/schema";
import { switchMail } from "#lib/notices/plan/mutations";
import { PLANNED_KINDS } from "#lib/notices/plan/rules";
import { now } from "#lib/platform/clock";
import { paths } from "#lib/platform/paths";

const GONE = "Cette séance n’existe plus.";

/** Makes a session do without a planned message, or have it again. */
export const toggle = formAction({
  guard: currentEditor,
  schema: z.object({ id: z.uuid(), kind: z.enum(PLANNED_KINDS), on: z.string().transform(Boolean) }),
  run: async ({ id, kind, on }, editor) => {
    const outcome = await switchMail(editor, { webinarId: id, kind, on }, now());
    if (!outcome.ok) return { ok: false, formError: GONE };
    return { ok: true, redirectTo: paths.adminWebinar(id, "messages", { fait: on ? "remis" : "arrete" }) };
  },
});

/** Sends the text of a message to whoever asks and to nobody else, as its screen shows it. */
export const test = formAction({
  guard: currentEditor,
  schema: z.object({ id: z.uuid(), kind: z.enum(MAIL_KINDS), personne: optionalIdentifier(GONE) }),
  run: async ({ id, kind, personne }, editor) => {
    const { words } = await openText(editor, { kind, webinarId: id });
    const outcome = await sendTest(editor, { kind, text: words, webinarId: id, registrationId: personne }, now());
    if (!outcome.ok) return { ok: false, formError: GONE };
    const query = { fait: "essai", personne: personne ?? undefined };
    return { ok: true, redirectTo: paths.adminEdit("webinaires", `${id}/messages/${kind}`, query) };
  },
});
