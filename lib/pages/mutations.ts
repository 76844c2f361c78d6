import type { Editor } from "#lib/auth/editor";
import { findEditedPage } from "#lib/pages/queries";
import type { PageEdit } from "#lib/pages/schema";
import { type Saved, save } from "#lib/publication/mutations";

export const savePage = (editor: Editor, input: PageEdit, at: Date): Promise<Saved> =>
  save(editor, input, at, {
    noun: "page",
    find: findEditedPage,
    table: (tx) => tx.page,
    toRow: (row) => row,
  });
