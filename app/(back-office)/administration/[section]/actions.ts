"use server";

import { deskOf } from "#lib/desks/desks";
import { formAction } from "#lib/edge/form-action";
import { sharedSaveAction } from "#lib/edge/save-action";
import { currentEditor } from "#lib/edge/session";
import { SHARED_NOUNS } from "#lib/nouns/cards";
import { now } from "#lib/platform/clock";

/** Creates or saves an item of the noun that the form names. */
export const save = formAction({ guard: currentEditor, ...sharedSaveAction(SHARED_NOUNS, deskOf, now) });
