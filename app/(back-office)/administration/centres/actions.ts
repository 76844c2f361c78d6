"use server";

import { centreFields } from "#lib/centres/fields";
import { saveCentre } from "#lib/centres/mutations";
import { findCentreForEditor } from "#lib/centres/queries";
import { centreEdit } from "#lib/centres/schema";
import { formAction } from "#lib/edge/form-action";
import { saveAction } from "#lib/edge/save-action";
import { currentEditor } from "#lib/edge/session";
import { now } from "#lib/platform/clock";

/** Creates or saves a centre. */
export const save = formAction({
  guard: currentEditor,
  ...saveAction({
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
