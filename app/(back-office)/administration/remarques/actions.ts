"use server";

import type { Editor } from "#lib/auth/editor";
import { formAction } from "#lib/edge/form-action";
import type { FormOutcome } from "#lib/edge/form-outcome";
import { currentEditor } from "#lib/edge/session";
import { now } from "#lib/platform/clock";
import { paths } from "#lib/platform/paths";
import { deleteRemark, handleRemark } from "#lib/remarks/mutations";
import { remarkTarget } from "#lib/remarks/schema";

type Act = (editor: Editor, id: string, at: Date) => Promise<boolean>;

async function done(act: Act, word: string, id: string, editor: Editor): Promise<FormOutcome> {
  await act(editor, id, now());
  return { ok: true, redirectTo: paths.adminList("remarques", { fait: word }) };
}

export const handle = formAction({
  guard: currentEditor,
  schema: remarkTarget,
  run: ({ id }, editor) => done(handleRemark, "traite", id, editor),
});

export const remove = formAction({
  guard: currentEditor,
  schema: remarkTarget,
  run: ({ id }, editor) => done(deleteRemark, "remarque-effacee", id, editor),
});
