"use server";

import { roomAddress } from "#components/attendance/room-address";
import { enterRoom } from "#lib/attendance/mutations";
import { roomSchema } from "#lib/attendance/schema";
import { formAction } from "#lib/edge/form-action";
import { now } from "#lib/platform/clock";

/** Notes the presence and leads to the room of this very instant; when it cannot be entered, its page says why. */
export const enter = formAction({
  schema: roomSchema,
  run: async ({ token, seance }) => {
    const outcome = await enterRoom(token, seance, now());
    return { ok: true, redirectTo: outcome.ok ? outcome.url : roomAddress(token, seance) };
  },
});
