import type { z } from "zod";
import type { Editor } from "#lib/auth/editor";
import { saveCentre } from "#lib/centres/mutations";
import type { DESKS } from "#lib/desks/desks";
import type { AnySave } from "#lib/edit-forms/desk";
import { saveFigure } from "#lib/figures/mutations";
import { saveTerm } from "#lib/glossary/mutations";
import { saveNeed } from "#lib/needs/mutations";
import type { EditorialNoun } from "#lib/nouns/cards";
import { savePage } from "#lib/pages/mutations";
import type { Saved } from "#lib/publication/mutations";
import { saveResource } from "#lib/resources/mutations";
import { notifyWebinarChange } from "#lib/roster/webinar-change/mutations";
import { saveWebinar } from "#lib/webinars/mutations";

type Saves = {
  [Noun in EditorialNoun]: (
    editor: Editor,
    input: z.output<(typeof DESKS)[Noun]["schema"]>,
    at: Date,
  ) => Promise<Saved>;
};

/** How what was typed at each desk is saved. */
export const SAVES: Saves = {
  need: saveNeed,
  centre: saveCentre,
  resource: saveResource,
  webinar: (editor, input, at) =>
    saveWebinar(editor, input, at, (tx, id, change) => notifyWebinarChange(tx, id, change, at)),
  page: savePage,
  term: saveTerm,
  figure: saveFigure,
};

/** The save of a noun, whatever it is. */
export const saveOf = (noun: EditorialNoun): AnySave => SAVES[noun];
