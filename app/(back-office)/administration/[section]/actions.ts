"use server";

import { deskOf } from "#lib/desks/desks";
import { saveOf } from "#lib/desks/mutations";
import { autosaveAction, editionAction } from "#lib/edge/edition-action";
import { formAction } from "#lib/edge/form-action";
import { currentEditor } from "#lib/edge/session";
import { type EditorialNoun, SHARED_NOUNS } from "#lib/nouns/cards";
import { now } from "#lib/platform/clock";

const desk = (noun: EditorialNoun) => ({ ...deskOf(noun), save: saveOf(noun) });

export const save = formAction({ guard: currentEditor, ...editionAction(SHARED_NOUNS, desk, now) });

export const autosave = formAction({
  guard: currentEditor,
  mute: true,
  ...autosaveAction(SHARED_NOUNS, desk, now),
});
