import { unusualWords } from "#lib/cycles/labels";
import { listSchoolStretches } from "#lib/cycles/queries";
import { captionsKept } from "#lib/desks/captions";
import { findingsOf } from "#lib/desks/checks";
import { deskOf } from "#lib/desks/desks";
import { saveOf } from "#lib/desks/mutations";
import type { Scruples } from "#lib/edge/edition-action";
import type { Edit } from "#lib/edit-forms/schema";
import type { EditorialNoun } from "#lib/nouns/cards";
import { dayInParis } from "#lib/platform/dates";
import { countRegistrants } from "#lib/roster/queries";
import { changeFingerprint, termsOf } from "#lib/webinars/rules";
import type { WebinarTerms } from "#lib/webinars/schema";
import { DOUBTED, dateDoubts, SLUG_WRITTEN } from "#lib/webinars/terms/labels";

/** What is doubted of a date, whatever the day is. */
export async function doubtsOf(change: { before: WebinarTerms | null; after: WebinarTerms }, at: Date) {
  return dateDoubts(change, unusualWords(dayInParis(change.after.startsAt), await listSchoolStretches()), at);
}

const SCRUPLES: Partial<Record<EditorialNoun, Scruples>> = {
  webinar: {
    keptSlug: async (editor, { id }) =>
      Object.keys(await countRegistrants(editor, id)).length > 0 ? SLUG_WRITTEN : null,
    ask: async (_editor, input, before, { shown, at }) => {
      const change = { before: null, after: termsOf(input as Edit & WebinarTerms) };
      const agreement = changeFingerprint(change);
      if (before || shown === agreement) return null;
      const doubts = await doubtsOf(change, at);
      if (!doubts.length) return null;
      const echo = { version: String(input.version), agreement, "agreement.label": "Enregistrer quand même" };
      return { ok: false, formError: [...doubts, DOUBTED].join(" "), echo };
    },
    counts: ({ transcript }) => captionsKept.parseAsync(transcript),
  },
};

/** A noun as its edit screen saves it. */
export const editedDesk = (noun: EditorialNoun) => ({
  ...deskOf(noun),
  save: saveOf(noun),
  findingsOf,
  ...SCRUPLES[noun],
});
