"use server";

import { bulkRefusals } from "#lib/bulk/labels";
import { changeMany, undoMany } from "#lib/bulk/mutations";
import { findBulkAct } from "#lib/bulk/queries";
import { bulkForm, selectionQuery, undoForm } from "#lib/bulk/schema";
import { formAction } from "#lib/edge/form-action";
import { currentEditor } from "#lib/edge/session";
import { listQuery } from "#lib/items/schema";
import { CARDS } from "#lib/nouns/cards";
import { now } from "#lib/platform/clock";
import { paths } from "#lib/platform/paths";

export const change = formAction({
  guard: currentEditor,
  schema: bulkForm,
  run: async ({ noun, shown, ...posted }, editor) => {
    const selection = selectionQuery.parse(posted);
    const known = await findBulkAct(editor, noun, selection.acte);
    if (!known) return { ok: false, formError: bulkRefusals.unknown };
    const asked = { noun, selection, query: listQuery.parse(posted), reason: selection.raison, ...known };
    const outcome = await changeMany(editor, asked, shown, now());
    return outcome.ok
      ? { ok: true, redirectTo: paths.adminEdit(CARDS[noun].section, "en-nombre", { fait: "en-nombre" }) }
      : { ok: false, formError: bulkRefusals[outcome.reason] };
  },
});

export const undo = formAction({
  guard: currentEditor,
  schema: undoForm,
  run: async ({ noun, id }, editor) => {
    const outcome = await undoMany(editor, { noun, id }, now());
    return outcome.ok
      ? {
          ok: true,
          redirectTo: paths.adminEdit(CARDS[noun].section, "en-nombre", {
            fait: "defait",
            restent: outcome.left || undefined,
          }),
        }
      : { ok: false, formError: bulkRefusals[outcome.reason] };
  },
});
