import { randomUUID } from "node:crypto";
import type { Editor } from "#lib/auth/editor";
import { editedDesk } from "#lib/desks/scruples";
import { autosaveAction, editionAction } from "#lib/edge/edition-action";
import type { FormOutcome } from "#lib/edge/form-outcome";
import type { FormValues } from "#lib/forms/state";
import { EDITORIAL_NOUNS, type EditorialNoun } from "#lib/nouns/cards";
import { AT } from "#tests/support/clock";

/** The acts of the edit screen as the pages make them, at an instant. */
export function editionAt(at: Date = AT) {
  const action = editionAction(EDITORIAL_NOUNS, editedDesk, () => at);
  const autosaving = autosaveAction(EDITORIAL_NOUNS, editedDesk, () => at);
  return {
    post: async (noun: EditorialNoun, form: FormValues, editor: Editor): Promise<FormOutcome> =>
      action.run(await action.schema.parseAsync({ step: "save", ...form, noun }), editor),
    /** What the form is answered. */
    autosave: async (noun: EditorialNoun, form: FormValues, editor: Editor): Promise<FormValues> => {
      const parsed = autosaving.schema.safeParse({ ...form, noun });
      const outcome = parsed.success && (await autosaving.run(parsed.data, editor));
      return outcome && !outcome.ok ? (outcome.echo ?? {}) : {};
    },
  };
}

/** The hidden fields of a form that is opened to create. */
export const openedNew = () => ({ id: randomUUID(), pen: randomUUID(), version: "0" });
