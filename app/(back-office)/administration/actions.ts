"use server";

import { z } from "zod";
import { requireEditor, signOutBrowser } from "#lib/edge/session";
import { publishing } from "#lib/edge/publish-action";
import { formAction } from "#lib/edge/form-action";
import { now } from "#lib/platform/clock";
import { paths } from "#lib/platform/paths";

/** Publishes, schedules or withdraws an item. */
export const publish = formAction({ guard: requireEditor, ...publishing(now) });

/** Ends the session of this browser. */
export const signOut = formAction({
  schema: z.object({}),
  run: async () => {
    await signOutBrowser();
    return { ok: true, redirectTo: paths.signIn() };
  },
});
