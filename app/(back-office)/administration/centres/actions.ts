"use server";

import { currentEditor } from "#lib/auth/session";
import { centreFields } from "#lib/centres/fields";
import { saveCentre } from "#lib/centres/mutations";
import { findCentreForEditor } from "#lib/centres/queries";
import { centreEdit } from "#lib/centres/schema";
import { saving } from "#lib/editorial/saving";
import { formAction } from "#lib/forms/action";
import { now } from "#lib/platform/clock";

/** Creates or saves a centre. */
export const save = formAction({
  guard: currentEditor,
  ...saving({
    noun: "centre",
    clock: now,
    schema: centreEdit,
    slugFrom: ["name"],
    fields: () => centreFields,
    values: (row) => ({ ...row }),
    find: findCentreForEditor,
    save: saveCentre,
  }),
});
