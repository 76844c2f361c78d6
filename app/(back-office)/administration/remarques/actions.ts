"use server";

import type { Editor } from "#lib/auth/editor";
import { type FormOutcome, formAction } from "#lib/edge/form-action";
import { SESSION_ENDED } from "#lib/edge/save-action";
import { currentEditor } from "#lib/edge/session";
import { now } from "#lib/platform/clock";
import { paths } from "#lib/platform/paths";
import { deleteRemark, handleRemark } from "#lib/remarks/mutations";
import { remarkTarget } from "#lib/remarks/schema";

const acting = (done: string, act: (editor: Editor, id: string, at: Date) => Promise<boolean>) =>
  formAction({
    guard: currentEditor,
    schema: remarkTarget,
    run: async ({ id }, editor): Promise<FormOutcome> => {
      if (!editor) return { ok: false, formError: SESSION_ENDED };
      await act(editor, id, now());
      return { ok: true, redirectTo: paths.adminList("remarques", { fait: done }) };
    },
  });

export const handle = acting("traite", handleRemark);

export const remove = acting("remarque-effacee", deleteRemark);
