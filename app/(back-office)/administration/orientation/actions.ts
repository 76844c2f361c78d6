"use server";

import { formAction } from "#lib/edge/form-action";
import { currentEditor } from "#lib/edge/session";
import { publishTable, saveGroup } from "#lib/orientation/mutations";
import { groupEdit, tablePublication } from "#lib/orientation/schema";
import { now } from "#lib/platform/clock";
import { paths } from "#lib/platform/paths";
import { lostAddresses } from "#lib/ties/cited/queries";

const STALE =
  "Quelqu’un a enregistré cette table pendant que vous la lisiez\u00A0: rechargez la page pour voir ses changements.";
const UNKNOWN = "Ce besoin n’existe plus.";

const led = groupEdit.superRefine(async ({ lines }, context) => {
  for (const address of await lostAddresses(lines.map((line) => line.address)))
    context.addIssue({
      code: "custom",
      path: ["lines"],
      message: `«\u202F${address}\u202F» ne mène à rien sur ce portail\u00A0: vérifiez l’adresse.`,
    });
});

export const save = formAction({
  guard: currentEditor,
  schema: led,
  run: async (input, editor) => {
    const outcome = await saveGroup(editor, input, now());
    if (outcome.ok) return { ok: true, redirectTo: paths.adminList("orientation", { fait: "enregistre" }) };
    return { ok: false, formError: outcome.reason === "stale" ? STALE : UNKNOWN };
  },
});

export const publish = formAction({
  guard: currentEditor,
  schema: tablePublication,
  run: async ({ shown }, editor) => {
    const outcome = await publishTable(editor, shown, now());
    if (outcome.ok) return { ok: true, redirectTo: paths.adminList("orientation", { fait: "publie" }) };
    return { ok: false, formError: STALE };
  },
});
