"use server";

import { formAction } from "#lib/edge/form-action";
import { saveAction } from "#lib/edge/save-action";
import { currentEditor } from "#lib/edge/session";
import { now } from "#lib/platform/clock";
import { resourceValues } from "#lib/resources/fields";
import { saveResource } from "#lib/resources/mutations";
import { editableResourceFields, findResourceForEditor } from "#lib/resources/queries";
import { resourceEdit } from "#lib/resources/schema";

/** Creates or saves a resource. */
export const save = formAction({
  guard: currentEditor,
  ...saveAction({
    noun: "resource",
    clock: now,
    schema: resourceEdit,
    slugFrom: ["title"],
    fields: editableResourceFields,
    values: resourceValues,
    find: findResourceForEditor,
    save: saveResource,
  }),
});
