"use server";

import { z } from "zod";
import { harmsOf } from "#lib/desks/checks";
import { formAction } from "#lib/edge/form-action";
import { publishAction } from "#lib/edge/publish-action";
import { requireEditor } from "#lib/edge/session";
import { signOutBrowser } from "#lib/edge/sign-in";
import { now } from "#lib/platform/clock";
import { paths } from "#lib/platform/paths";

export const publish = formAction({ guard: requireEditor, ...publishAction(now, harmsOf) });

export const signOut = formAction({
  schema: z.object({}),
  run: async () => {
    await signOutBrowser();
    return { ok: true, redirectTo: paths.signIn() };
  },
});
