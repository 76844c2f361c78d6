import type { Editor } from "#lib/auth/editor";
import { findEditedFigure } from "#lib/figures/queries";
import type { FigureEdit } from "#lib/figures/schema";
import { type Saved, save } from "#lib/publication/mutations";

export const saveFigure = (editor: Editor, input: FigureEdit, at: Date): Promise<Saved> =>
  save(editor, input, at, {
    noun: "figure",
    find: findEditedFigure,
    table: (tx) => tx.figure,
    toRow: (row) => row,
  });
