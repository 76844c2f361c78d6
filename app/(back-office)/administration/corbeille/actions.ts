"use server";

import { z } from "zod";
import type { Editor } from "#lib/auth/editor";
import { formAction } from "#lib/edge/form-action";
import type { FormOutcome } from "#lib/edge/form-outcome";
import { currentEditor } from "#lib/edge/session";
import { now } from "#lib/platform/clock";
import { paths } from "#lib/platform/paths";
import { deleteItem, restoreItem } from "#lib/publication/trash/mutations";

const schema = z.object({ id: z.uuid() });
const GONE = "Cette fiche n’est plus dans la corbeille\u00A0: rechargez la page.";

type Act = (editor: Editor, id: string, at: Date) => Promise<boolean>;

async function done(act: Act, fait: string, id: string, editor: Editor): Promise<FormOutcome> {
  return (await act(editor, id, now()))
    ? { ok: true, redirectTo: paths.adminList("corbeille", { fait }) }
    : { ok: false, formError: GONE };
}

export const restore = formAction({
  guard: currentEditor,
  schema,
  run: ({ id }, editor) => done(restoreItem, "sorti-corbeille", id, editor),
});

export const remove = formAction({
  guard: currentEditor,
  schema,
  run: ({ id }, editor) => done(deleteItem, "supprime-corbeille", id, editor),
});
