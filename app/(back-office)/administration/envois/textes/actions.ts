"use server";

import { z } from "zod";
import { sendTest } from "#lib/announcements/mutations";
import { lastSave } from "#lib/audit/queries";
import type { Editor } from "#lib/auth/editor";
import { formAction } from "#lib/edge/form-action";
import type { FormOutcome } from "#lib/edge/form-outcome";
import { storedName } from "#lib/edge/save-action";
import { currentEditor } from "#lib/edge/session";
import { MAIL_KINDS } from "#lib/mail/schema";
import {
  type TemplateInput,
  type TemplateTarget,
  templateForm,
  templateName,
  templateReset,
} from "#lib/mail/template-form";
import { resetTemplate, saveTemplate } from "#lib/mail/template-mutations";
import { findEditedTemplate } from "#lib/mail/template-queries";
import { withFrenchNames, withVariableNames } from "#lib/mail/variables";
import { now } from "#lib/platform/clock";
import { formatTimestamp } from "#lib/platform/dates";
import { paths } from "#lib/platform/paths";

const SESSION_GONE = "Cette séance n’existe plus.";
const GONE = "Cette séance n’existe plus. Votre texte n’est pas enregistré\u00A0: copiez-le avant de quitter la page.";

/** The page of a text, once something was done to it. */
function pageOf({ kind, webinarId }: TemplateTarget, query: Record<string, string>): string {
  return webinarId
    ? paths.adminEdit("webinaires", `${webinarId}/messages/${kind}`, query)
    : paths.adminEdit("envois", `textes/${kind}`, query);
}

/** Says who saved meanwhile, and shows their words beside what was typed: neither is lost. */
async function conflict(editor: Editor, typed: TemplateInput): Promise<FormOutcome> {
  const [stored, saved] = await Promise.all([
    findEditedTemplate(editor, typed.id),
    lastSave(editor, "mail-template", templateName(typed.id)),
  ]);
  const differing = (["subject", "body"] as const).filter((part) => stored[part] !== withFrenchNames(typed[part]));
  const who = saved ? `${saved.who ?? "Le portail"} a enregistré ce texte` : "Ce texte a changé";
  const when = saved ? ` (${formatTimestamp(saved.at)})` : "";
  return {
    ok: false,
    formError: `${who} pendant que vous l’écriviez${when}. Vos mots sont conservés ci-dessous, mais ils ne sont pas enregistrés\u00A0: reprenez ce qu’il faut, puis cochez la case qui précède le bouton pour remplacer.`,
    echo: {
      storedVersion: String(stored.version),
      ...Object.fromEntries(differing.map((part) => [storedName(part), stored[part]])),
    },
  };
}

export const save = formAction({
  guard: currentEditor,
  schema: templateForm,
  run: async (input, editor) => {
    const outcome = await saveTemplate(editor, input, now());
    if (outcome.ok)
      return { ok: true, redirectTo: pageOf(input.id, { fait: "enregistre", ouverture: String(input.version + 1) }) };
    return outcome.reason === "stale" ? conflict(editor, input) : { ok: false, formError: GONE };
  },
});

/** Sends the saved common text of a message to whoever asks, as if it were about a session. */
export const test = formAction({
  guard: currentEditor,
  schema: z.object({ id: z.uuid(), kind: z.enum(MAIL_KINDS) }),
  run: async ({ id, kind }, editor) => {
    const { subject, body } = await findEditedTemplate(editor, { kind, webinarId: null });
    const text = { subject: withVariableNames(subject), body: withVariableNames(body) };
    const outcome = await sendTest(editor, { kind, text, webinarId: id, registrationId: null }, now());
    if (!outcome.ok) return { ok: false, formError: SESSION_GONE };
    return { ok: true, redirectTo: pageOf({ kind, webinarId: null }, { fait: "essai" }) };
  },
});

export const reset = formAction({
  guard: currentEditor,
  schema: templateReset,
  run: async (input, editor) => {
    const outcome = await resetTemplate(editor, input, now());
    if (outcome.ok) return { ok: true, redirectTo: pageOf(input.id, { fait: "origine", ouverture: "origine" }) };
    return { ok: false, formError: "Ce texte a changé entre-temps\u00A0: rechargez la page pour le relire." };
  },
});
