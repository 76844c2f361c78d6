"use server";

import { currentEditor } from "#lib/edge/session";
import { saving } from "#lib/edge/save-action";
import { formAction } from "#lib/edge/form-action";
import { pageFields } from "#lib/pages/fields";
import { savePage } from "#lib/pages/mutations";
import { findPageForEditor } from "#lib/pages/queries";
import { pageEdit } from "#lib/pages/schema";
import { now } from "#lib/platform/clock";

/** Creates or saves a page. */
export const save = formAction({
  guard: currentEditor,
  ...saving({
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
