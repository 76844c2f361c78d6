"use server";

import { currentEditor } from "#lib/auth/session";
import { saving } from "#lib/editorial/saving";
import { formAction } from "#lib/forms/action";
import { termFields } from "#lib/glossary/fields";
import { saveTerm } from "#lib/glossary/mutations";
import { findTermForEditor } from "#lib/glossary/queries";
import { termEdit } from "#lib/glossary/schema";
import { now } from "#lib/platform/clock";

/** Creates or saves a term. */
export const save = formAction({
  guard: currentEditor,
  ...saving({
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
