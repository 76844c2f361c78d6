"use server";

import { termsAction } from "#lib/desks/terms/mutations";
import { formAction } from "#lib/edge/form-action";
import { currentEditor } from "#lib/edge/session";
import { now } from "#lib/platform/clock";

export const save = formAction({ guard: currentEditor, ...termsAction(now) });
