import type { Editor } from "#lib/auth/editor";
import { findEditedTerm } from "#lib/glossary/queries";
import type { TermEdit } from "#lib/glossary/schema";
import { type Saved, save } from "#lib/publication/mutations";

export const saveTerm = (editor: Editor, input: TermEdit, at: Date): Promise<Saved> =>
  save(editor, input, at, {
    noun: "term",
    find: findEditedTerm,
    table: (tx) => tx.term,
    toRow: (row) => row,
  });
