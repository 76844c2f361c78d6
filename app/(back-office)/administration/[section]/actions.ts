"use server";

import { deskOf } from "#lib/desks/desks";
import { saveOf } from "#lib/desks/mutations";
import { formAction } from "#lib/edge/form-action";
import { sharedSaveAction } from "#lib/edge/save-action";
import { currentEditor } from "#lib/edge/session";
import { type EditorialNoun, SHARED_NOUNS } from "#lib/nouns/cards";
import { now } from "#lib/platform/clock";

const desk = (noun: EditorialNoun) => ({ ...deskOf(noun), save: saveOf(noun) });

export const save = formAction({ guard: currentEditor, ...sharedSaveAction(SHARED_NOUNS, desk, now) });
