import type { Editor } from "#lib/auth/editor";
import { type Saved, save } from "#lib/editorial/mutations";
import { findEditedFigure } from "#lib/figures/queries";
import type { FigureEdit } from "#lib/figures/schema";

/** Creates or saves a figure. @param at instant of the save */
export const saveFigure = (editor: Editor, input: FigureEdit, at: Date): Promise<Saved> =>
  save(editor, input, at, {
    noun: "figure",
    find: findEditedFigure,
    table: (tx) => tx.figure,
    toRow: (row) => row,
  });
