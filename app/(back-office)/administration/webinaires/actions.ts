"use server";

import { z } from "zod";
import type { Editor } from "#lib/auth/editor";
import { unusualWords } from "#lib/cycles/labels";
import { listSchoolStretches } from "#lib/cycles/queries";
import { captionsKept } from "#lib/desks/captions";
import { DESKS } from "#lib/desks/desks";
import { SAVES } from "#lib/desks/mutations";
import { formAction } from "#lib/edge/form-action";
import type { FormOutcome } from "#lib/edge/form-outcome";
import { saveAction } from "#lib/edge/save-action";
import { currentEditor, requireEditor } from "#lib/edge/session";
import { now } from "#lib/platform/clock";
import { dayInParis } from "#lib/platform/dates";
import { paths } from "#lib/platform/paths";
import { listAnsweredQuestions } from "#lib/questions/queries";
import { countRegistrants } from "#lib/roster/queries";
import { consequencesOf } from "#lib/roster/webinar-change/queries";
import { draftReplay } from "#lib/webinars/mutations";
import { changeFingerprint, termsOf } from "#lib/webinars/rules";
import { type EditedWebinar, webinarEdit } from "#lib/webinars/schema";
import { agreementLabel, consequenceWords, DOUBTED, dateDoubts, SLUG_WRITTEN } from "#lib/webinars/terms/labels";

const GONE = "Cette séance n’existe plus.";

/** The edit form, with the change whose consequences were read. */
const confirmedEdit = z.preprocess(
  (typed) => ({ ...(typed as Record<string, unknown>), captions: (typed as Record<string, unknown>).transcript }),
  webinarEdit.safeExtend({ shown: z.string().default(""), captions: captionsKept }),
);
type ConfirmedEdit = z.output<typeof confirmedEdit>;

/** Before a date that looks wrong is kept, or people are told: what is doubted and what they will read, to be agreed to. */
async function ask(
  editor: Editor,
  { shown, ...input }: ConfirmedEdit,
  before: EditedWebinar | null,
): Promise<FormOutcome | null> {
  const at = now();
  const change = { before: before && termsOf(before), after: termsOf(input) };
  const name = changeFingerprint(change);
  if (shown === name) return null;
  const unusual = unusualWords(dayInParis(change.after.startsAt), await listSchoolStretches());
  const doubts = dateDoubts(change, unusual, at);
  const consequences =
    before && change.before && (await consequencesOf(editor, before.id, { ...change, before: change.before }, at));
  const agreement = { version: String(input.version), agreement: name };
  if (consequences) {
    const { subject, text } = consequences.mail;
    const told = `${consequenceWords(consequences)} Relisez le message ci-dessous, puis enregistrez.`;
    return {
      ok: false,
      formError: [...doubts, told].join(" "),
      echo: {
        ...agreement,
        "agreement.label": agreementLabel(consequences),
        "agreement.subject": subject,
        "agreement.text": text,
      },
    };
  }
  if (!doubts.length) return null;
  const echo = { ...agreement, "agreement.label": "Enregistrer quand même" };
  return { ok: false, formError: [...doubts, DOUBTED].join(" "), echo };
}

export const makeReplayDraft = formAction({
  guard: requireEditor,
  schema: z.object({ id: z.uuid(GONE) }),
  run: async ({ id }, editor) => {
    const outcome = await draftReplay(editor, id, await listAnsweredQuestions(id), now());
    if (outcome.ok) return { ok: true, redirectTo: paths.adminEdit("ressources", outcome.id) };
    return { ok: false, formError: outcome.reason === "unknown" ? GONE : "La séance n’est pas terminée." };
  },
});

export const save = formAction({
  guard: currentEditor,
  ...saveAction({
    ...DESKS.webinar,
    noun: "webinar",
    clock: now,
    schema: confirmedEdit,
    keptSlug: async (editor, { id }) =>
      Object.keys(await countRegistrants(editor, id)).length > 0 ? SLUG_WRITTEN : null,
    ask,
    told: ({ captions }) => captions,
    save: (editor, { shown: _shown, captions: _captions, ...input }, at) => SAVES.webinar(editor, input, at),
  }),
});
