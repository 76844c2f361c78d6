import type { Editor } from "#lib/auth/editor";
import { findNeedForEditor } from "#lib/needs/queries";
import type { NeedEdit } from "#lib/needs/schema";
import { type PublishedEdition, type Saved, save } from "#lib/publication/mutations";

export const saveNeed = (editor: Editor, input: NeedEdit, at: Date, edition?: PublishedEdition): Promise<Saved> =>
  save(
    editor,
    input,
    at,
    {
      noun: "need",
      find: findNeedForEditor,
      table: (tx) => tx.need,
      toRow: ({ centres: _, ...row }) => row,
      relate: async (tx, needId, { centres }) => {
        await tx.centreNeed.deleteMany({ where: { needId } });
        await tx.centreNeed.createMany({ data: centres.map((answer) => ({ ...answer, needId })) });
      },
    },
    edition,
  );
