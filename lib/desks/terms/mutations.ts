import type { z } from "zod";
import { lastSave } from "#lib/audit/queries";
import type { Editor } from "#lib/auth/editor";
import { doubtsOf } from "#lib/desks/scruples";
import type { FormOutcome } from "#lib/edge/form-outcome";
import { twoTexts } from "#lib/edge/save-action";
import { fieldValues } from "#lib/edit-forms/fields";
import { paths } from "#lib/platform/paths";
import { notifyWebinarChange } from "#lib/roster/webinar-change/mutations";
import { consequencesOf } from "#lib/roster/webinar-change/queries";
import { actFields, actsVersion } from "#lib/webinars/fields";
import { findWebinarForEditor } from "#lib/webinars/queries";
import { changeFingerprint, termsOf } from "#lib/webinars/rules";
import { type EditedWebinar, termsEdit, type WebinarActs } from "#lib/webinars/schema";
import { agreementLabel, consequenceWords, DOUBTED } from "#lib/webinars/terms/labels";
import { saveTerms } from "#lib/webinars/terms/mutations";
import { actsOf } from "#lib/webinars/terms/rules";

const GONE = "Cette séance n’existe plus.";

type Typed = z.output<typeof termsEdit>;

const valuesOf = (webinar: WebinarActs) => fieldValues(actFields, actsOf(webinar));

/** Says who saved meanwhile, and shows what is in force beside what was typed. */
async function conflict(editor: Editor, stored: EditedWebinar, typed: Typed): Promise<FormOutcome> {
  const saved = await lastSave(editor, "webinar", stored.id);
  return twoTexts(
    { who: saved?.who ?? null, at: saved?.at ?? stored.updatedAt, version: actsVersion(stored) },
    actFields,
    valuesOf(stored),
    valuesOf(typed),
  );
}

/** Before a date that looks wrong is kept, or people are told: what is doubted and what they will read, to be agreed to. */
async function ask(
  editor: Editor,
  { shown, ...typed }: Typed,
  before: EditedWebinar,
  at: Date,
): Promise<FormOutcome | null> {
  const change = { before: termsOf(before), after: termsOf(typed) };
  const name = changeFingerprint(change);
  if (shown === name) return null;
  const doubts = await doubtsOf(change, at);
  const consequences = await consequencesOf(editor, before.id, change, at);
  const agreement = { version: actsVersion(before), agreement: name };
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

/** The schema and the work of the action that changes what acts on people, for `formAction`: told first, then at once. */
export const termsAction = (clock: () => Date) => ({
  schema: termsEdit,
  run: async ({ replaces, ...posted }: Typed, editor: Editor): Promise<FormOutcome> => {
    const typed = { ...posted, version: replaces || posted.version };
    const at = clock();
    const before = await findWebinarForEditor(editor, typed.id);
    if (!before) return { ok: false, formError: GONE };
    if (actsVersion(before) !== typed.version) return conflict(editor, before, typed);
    const question = await ask(editor, typed, before, at);
    if (question) return question;
    const outcome = await saveTerms(editor, typed, at, (tx, id, change) => notifyWebinarChange(tx, id, change, at));
    if (outcome.ok) {
      const query = { fait: "enregistre", ouverture: String(at.getTime()) };
      return { ok: true, redirectTo: paths.adminWebinar(typed.id, "deroulement", query) };
    }
    const now = outcome.reason === "stale" ? await findWebinarForEditor(editor, typed.id) : null;
    return now ? conflict(editor, now, typed) : { ok: false, formError: GONE };
  },
});
