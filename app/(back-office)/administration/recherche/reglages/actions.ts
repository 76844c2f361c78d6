"use server";

import { formAction } from "#lib/edge/form-action";
import { currentEditor } from "#lib/edge/session";
import { now } from "#lib/platform/clock";
import { paths } from "#lib/platform/paths";
import { searchSettings } from "#lib/search/schema";
import { saveSettings } from "#lib/search/settings-mutations";

export const save = formAction({
  guard: currentEditor,
  schema: searchSettings,
  run: async ({ shown, ...settings }, editor) => {
    const outcome = await saveSettings(editor, settings, shown, now());
    if (outcome.ok)
      return {
        ok: true,
        redirectTo: paths.adminEdit("recherche", "reglages", { fait: "enregistre", ouverture: now().getTime() }),
      };
    return {
      ok: false,
      formError:
        "Quelqu’un a enregistré ces listes pendant que vous les modifiiez\u00A0: rechargez la page pour voir ses changements.",
    };
  },
});
