"use server";

import { formAction } from "#lib/edge/form-action";
import { currentEditor } from "#lib/edge/session";
import { decideLinks } from "#lib/link-watch/mutations";
import { ignoringFault } from "#lib/link-watch/rules";
import { linkDecision } from "#lib/link-watch/schema";
import { now } from "#lib/platform/clock";
import { paths } from "#lib/platform/paths";

export const decide = formAction({
  guard: currentEditor,
  schema: linkDecision,
  run: async (decision, editor) => {
    const at = now();
    const fault = decision.act === "ignore" ? ignoringFault(decision.until, at) : null;
    if (fault) return { ok: false, fieldErrors: { until: fault } };
    if (await decideLinks(editor, decision, at)) {
      const told = { fait: `liens-${decision.act}`, ouverture: at.getTime() };
      return { ok: true, redirectTo: paths.adminList("liens", told) };
    }
    return { ok: false, formError: "Aucune page ne mène plus à ces liens\u00A0: rechargez la page." };
  },
});
