"use server";

import { currentEditor } from "#lib/edge/session";
import { saving } from "#lib/edge/save-action";
import { figureFields } from "#lib/figures/fields";
import { saveFigure } from "#lib/figures/mutations";
import { findFigureForEditor } from "#lib/figures/queries";
import { figureEdit } from "#lib/figures/schema";
import { formAction } from "#lib/edge/form-action";
import { now } from "#lib/platform/clock";

/** Creates or saves a figure. */
export const save = formAction({
  guard: currentEditor,
  ...saving({
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
