"use server";

import { formAction } from "#lib/edge/form-action";
import { saveAction } from "#lib/edge/save-action";
import { currentEditor } from "#lib/edge/session";
import { pageFields } from "#lib/pages/fields";
import { savePage } from "#lib/pages/mutations";
import { findPageForEditor } from "#lib/pages/queries";
import { pageEdit } from "#lib/pages/schema";
import { now } from "#lib/platform/clock";

/** Creates or saves a page. */
export const save = formAction({
  guard: currentEditor,
  ...saveAction({
    noun: "page",
    clock: now,
    schema: pageEdit,
    slugFrom: ["title"],
    fields: () => pageFields,
    values: (row) => ({ ...row }),
    find: findPageForEditor,
    save: savePage,
  }),
});
