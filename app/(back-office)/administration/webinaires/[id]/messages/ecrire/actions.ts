"use server";

import { announcementRefusals, filterWords } from "#lib/announcements/labels";
import { sendAnnouncement, sendTest } from "#lib/announcements/mutations";
import { checkAnnouncement, isUnwritten } from "#lib/announcements/queries";
import { type AnnouncementInput, announcementForm } from "#lib/announcements/schema";
import type { Editor } from "#lib/auth/editor";
import { formAction } from "#lib/edge/form-action";
import type { FormOutcome } from "#lib/edge/form-outcome";
import { currentEditor } from "#lib/edge/session";
import { now } from "#lib/platform/clock";
import { paths } from "#lib/platform/paths";

const UNWRITTEN = "Ce message ne contient encore que le modèle\u00A0: écrivez ce que vous avez à dire.";

/** Shows what would leave, and to how many people, before asking. */
async function ask(editor: Editor, input: AnnouncementInput): Promise<FormOutcome> {
  if (await isUnwritten(input)) return { ok: false, fieldErrors: { body: UNWRITTEN } };
  const check = await checkAnnouncement(editor, input);
  if (!check) return { ok: false, fieldErrors: { audiences: announcementRefusals.nobody } };
  const { recipients, refusing, example, mail, shown } = check;
  return {
    ok: false,
    echo: {
      asked: "oui",
      shown,
      recipients: String(recipients),
      refusing: String(refusing),
      words: filterWords(input),
      example,
      mailSubject: mail.subject,
      mailText: mail.text,
      mailHtml: mail.html,
    },
  };
}

async function test(editor: Editor, { subject, body, webinarId }: AnnouncementInput): Promise<FormOutcome> {
  const text = { subject, body };
  const outcome = await sendTest(editor, { kind: "announcement", text, webinarId, registrationId: null }, now());
  return outcome.ok
    ? { ok: false, echo: { tested: outcome.to } }
    : { ok: false, formError: announcementRefusals.unknown };
}

async function send(editor: Editor, input: AnnouncementInput): Promise<FormOutcome> {
  const outcome = await sendAnnouncement(editor, input, now());
  if (outcome.ok) return { ok: true, redirectTo: paths.adminWebinar(input.webinarId, "messages", { fait: "ecrit" }) };
  return outcome.reason === "unconfirmed"
    ? ask(editor, input)
    : { ok: false, formError: announcementRefusals[outcome.reason] };
}

const acts = { check: ask, test, send };

/** Shows an announcement, tries it on oneself, or sends it: nothing leaves that was not shown. */
export const announce = formAction({
  guard: currentEditor,
  schema: announcementForm,
  run: async (input, editor) => acts[input.intent](editor, input),
});
