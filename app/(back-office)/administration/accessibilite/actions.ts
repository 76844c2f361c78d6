"use server";

import { meanwhileWords } from "#lib/accessibility/labels";
import { saveTheme } from "#lib/accessibility/mutations";
import { shownOf } from "#lib/accessibility/rules";
import { fieldNames, themeEdit } from "#lib/accessibility/schema";
import { formAction } from "#lib/edge/form-action";
import { currentEditor } from "#lib/edge/session";
import { now } from "#lib/platform/clock";
import { paths } from "#lib/platform/paths";

export const save = formAction({
  guard: currentEditor,
  schema: themeEdit,
  run: async (input, editor) => {
    const outcome = await saveTheme(editor, input, now());
    if (outcome.ok)
      return {
        ok: true,
        redirectTo: paths.adminList("accessibilite", {
          theme: input.theme,
          fait: "enregistre",
          ouverture: now().getTime(),
        }),
      };
    return {
      ok: false,
      fieldErrors: Object.fromEntries(
        outcome.meanwhile.map((said) => [fieldNames(said.number).state, meanwhileWords(said)]),
      ),
      // Whoever sends the form again has read it.
      echo: Object.fromEntries(outcome.meanwhile.map((said) => [fieldNames(said.number).shown, shownOf(said)])),
    };
  },
});
