"use server";

import { editedDesk } from "#lib/desks/scruples";
import { findWritten } from "#lib/desks/written";
import { editionAction } from "#lib/edge/edition-action";
import { formAction } from "#lib/edge/form-action";
import { currentEditor } from "#lib/edge/session";
import { reasonField } from "#lib/needs/schema";
import { now } from "#lib/platform/clock";
import { paths } from "#lib/platform/paths";
import { reasonEdit } from "#lib/ties/coverage/schema";

const edition = editionAction(["need"], editedDesk, now);

const STALE =
  "Quelqu’un a enregistré ce besoin pendant que vous écriviez\u00A0: rechargez la page, puis reprenez votre phrase.";
const INCOMPLETE = "Ce besoin n’est pas complet\u00A0: ouvrez-le pour voir ce qui manque. Rien n’est publié.";

export const saveReason = formAction({
  guard: currentEditor,
  schema: reasonEdit,
  run: async ({ needId, centreId, version, reason, doubtful, despite, step }, editor) => {
    const written = await findWritten(editor, "need", needId);
    if (!written) return { ok: false, formError: "Ce besoin n’existe plus." };
    if (String(written.version) !== version) return { ok: false, formError: STALE };
    const others = [written.values.toConfirm ?? []].flat().filter((id) => id !== centreId);
    const name = reasonField(centreId);
    const outcome = await edition.run(
      {
        ...written.values,
        [name]: reason,
        toConfirm: doubtful ? [...others, centreId] : others,
        ...{ noun: "need", id: needId, version, step, despite: despite ?? "" },
      },
      editor,
    );
    if (outcome.ok) {
      const fait = new URL(outcome.redirectTo, "http://form").searchParams.get("fait") ?? "";
      return { ok: true, redirectTo: paths.adminList("couverture", { fait }) };
    }
    const refused = outcome.fieldErrors?.[name] ?? outcome.fieldErrors?.centres;
    if (refused) return { ok: false, fieldErrors: { reason: refused } };
    const { echo = {} } = outcome;
    return { ok: false, echo, formError: outcome.fieldErrors ? INCOMPLETE : (outcome.formError ?? STALE) };
  },
});
