"use server";

import { formAction } from "#lib/edge/form-action";
import { saveAction } from "#lib/edge/save-action";
import { currentEditor } from "#lib/edge/session";
import { figureFields } from "#lib/figures/fields";
import { saveFigure } from "#lib/figures/mutations";
import { findFigureForEditor } from "#lib/figures/queries";
import { figureEdit } from "#lib/figures/schema";
import { now } from "#lib/platform/clock";

/** Creates or saves a figure. */
export const save = formAction({
  guard: currentEditor,
  ...saveAction({
    noun: "figure",
    clock: now,
    schema: figureEdit,
    slugFrom: ["value", "statement"],
    fields: () => figureFields,
    values: (row) => ({ ...row }),
    find: findFigureForEditor,
    save: saveFigure,
  }),
});
