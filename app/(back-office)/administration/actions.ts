"use server";

import { z } from "zod";
import { formAction } from "#lib/edge/form-action";
import { publishAction } from "#lib/edge/publish-action";
import { requireEditor } from "#lib/edge/session";
import { signOutBrowser } from "#lib/edge/sign-in";
import { now } from "#lib/platform/clock";
import { paths } from "#lib/platform/paths";

/** Publishes, schedules or withdraws an item. */
export const publish = formAction({ guard: requireEditor, ...publishAction(now) });

/** Ends the session of this browser. */
export const signOut = formAction({
  schema: z.object({}),
  run: async () => {
    await signOutBrowser();
    return { ok: true, redirectTo: paths.signIn() };
  },
});
