"use server";

import { listCentresForEditor } from "#lib/centres/queries";
import { formAction } from "#lib/edge/form-action";
import { saveAction } from "#lib/edge/save-action";
import { currentEditor } from "#lib/edge/session";
import { needFields, needValues } from "#lib/needs/fields";
import { saveNeed } from "#lib/needs/mutations";
import { findNeedForEditor } from "#lib/needs/queries";
import { needEdit } from "#lib/needs/schema";
import { now } from "#lib/platform/clock";

/** Creates or saves a need. */
export const save = formAction({
  guard: currentEditor,
  ...saveAction({
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
