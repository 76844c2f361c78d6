"use server";

import { formAction } from "#lib/edge/form-action";
import { saveAction } from "#lib/edge/save-action";
import { currentEditor } from "#lib/edge/session";
import { termFields } from "#lib/glossary/fields";
import { saveTerm } from "#lib/glossary/mutations";
import { findTermForEditor } from "#lib/glossary/queries";
import { termEdit } from "#lib/glossary/schema";
import { now } from "#lib/platform/clock";

/** Creates or saves a term. */
export const save = formAction({
  guard: currentEditor,
  ...saveAction({
    noun: "term",
    clock: now,
    schema: termEdit,
    slugFrom: ["name"],
    fields: () => termFields,
    values: (row) => ({ ...row }),
    find: findTermForEditor,
    save: saveTerm,
  }),
});
