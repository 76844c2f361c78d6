import type { Editor } from "#lib/auth/editor";
import { findEditedCentre } from "#lib/centres/queries";
import type { CentreEdit } from "#lib/centres/schema";
import { type Saved, save } from "#lib/publication/mutations";

export const saveCentre = (editor: Editor, input: CentreEdit, at: Date): Promise<Saved> =>
  save(editor, input, at, {
    noun: "centre",
    find: findEditedCentre,
    table: (tx) => tx.centre,
    toRow: (row) => row,
  });
