"use server";

import { currentEditor } from "#lib/edge/session";
import { listCentresForEditor } from "#lib/centres/queries";
import { saving } from "#lib/edge/save-action";
import { formAction } from "#lib/edge/form-action";
import { needFields, needValues } from "#lib/needs/fields";
import { saveNeed } from "#lib/needs/mutations";
import { findNeedForEditor } from "#lib/needs/queries";
import { needEdit } from "#lib/needs/schema";
import { now } from "#lib/platform/clock";

/** Creates or saves a need. */
export const save = formAction({
  guard: currentEditor,
  ...saving({
    noun: "need",
    clock: now,
    schema: needEdit,
    slugFrom: ["title"],
    fields: async (editor) => needFields(await listCentresForEditor(editor)),
    values: needValues,
    find: findNeedForEditor,
    save: saveNeed,
  }),
});
