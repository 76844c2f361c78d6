"use server";

import { currentEditor } from "#lib/edge/session";
import { centreFields } from "#lib/centres/fields";
import { saveCentre } from "#lib/centres/mutations";
import { findCentreForEditor } from "#lib/centres/queries";
import { centreEdit } from "#lib/centres/schema";
import { saving } from "#lib/edge/save-action";
import { formAction } from "#lib/edge/form-action";
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
