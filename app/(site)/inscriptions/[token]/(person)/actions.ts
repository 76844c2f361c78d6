"use server";

import type { Done } from "#components/enrolment/done-sentence";
import { formAction } from "#lib/edge/form-action";
import { followCycle, leaveCycle } from "#lib/enrolment/cycle/mutations";
import { followSchema, leaveSchema } from "#lib/enrolment/cycle/schema";
import { changeDetails, sendLinksBehind, setReminders } from "#lib/enrolment/person/mutations";
import { detailsFormSchema, erasureSchema, linkSchema, remindersSchema } from "#lib/enrolment/person/schema";
import { cancellationRefusals } from "#lib/enrolment/seat/labels";
import { now } from "#lib/platform/clock";
import { paths } from "#lib/platform/paths";
import { eraseOnRequest } from "#lib/privacy/mutations";

const done = (token: string, fait: Done) => ({ ok: true as const, redirectTo: paths.registration(token, { fait }) });
const unknown = { ok: false as const, formError: cancellationRefusals.unknown };

export const changePerson = formAction({
  schema: detailsFormSchema,
  run: async ({ token, ...input }) =>
    (await changeDetails(token, input, now())).ok ? done(token, "informations") : unknown,
});

export const changeReminders = formAction({
  schema: remindersSchema,
  run: async ({ token, reminders }) =>
    (await setReminders(token, reminders === "on", now())).ok ? done(token, "rappels") : unknown,
});

export const followWholeCycle = formAction({
  schema: followSchema,
  run: async ({ token, cycle }) => ((await followCycle(token, cycle, now())).ok ? done(token, "suivi") : unknown),
});

export const unfollowCycle = formAction({
  schema: leaveSchema,
  run: async ({ token, cycle, giveBack }) =>
    (await leaveCycle(token, cycle, giveBack, now())).ok ? done(token, giveBack ? "cycle-rendu" : "cycle") : unknown,
});

/** Erases everything that is held about a person; their link opens nothing afterwards. */
export const erasePersonalData = formAction({
  schema: erasureSchema,
  run: async ({ token }) =>
    (await eraseOnRequest(token, now())).ok
      ? { ok: true, redirectTo: `${paths.findRegistrations()}?effacees` }
      : unknown,
});

export const sendMyLinks = formAction({
  schema: linkSchema,
  run: async ({ token }) => ((await sendLinksBehind(token, now())).ok ? done(token, "liens") : unknown),
});
