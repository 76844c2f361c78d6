"use server";

import type { Done } from "#components/registrations/done-sentence";
import { formAction } from "#lib/edge/form-action";
import { now } from "#lib/platform/clock";
import { paths } from "#lib/platform/paths";
import { eraseOnRequest } from "#lib/privacy/mutations";
import { confirmAddress, proposeAddress } from "#lib/registrations/address";
import { followCycle, leaveCycle } from "#lib/registrations/cycle-subscriptions";
import {
  answerRefusals,
  cancellationRefusals,
  confirmationRefusals,
  proposalRefusals,
  questionRefusals,
  reinstatementRefusals,
} from "#lib/registrations/labels";
import {
  addressSchema,
  answerSchema,
  cancellationSchema,
  cycleSchema,
  detailsFormSchema,
  erasureSchema,
  linkSchema,
  questionSchema,
  remindersSchema,
  seatSchema,
} from "#lib/registrations/schema";
import {
  answerOffer,
  askFromPage,
  cancel,
  changeDetails,
  reinstate,
  sendLinksBehind,
  setReminders,
} from "#lib/registrations/self-service";

const done = (token: string, fait: Done, seance?: string) => ({
  ok: true as const,
  redirectTo: paths.registration(token, { seance, fait }),
});
const unknown = { ok: false as const, formError: cancellationRefusals.unknown };

/** Gives the seat back, or asks its owner; the page is the same in both cases. */
export const cancelSeat = formAction({
  schema: cancellationSchema,
  run: async ({ token, webinar, reason }) => {
    const outcome = await cancel(token, webinar, reason, now());
    if (outcome.ok) return done(token, "annulation", webinar);
    return { ok: false, formError: cancellationRefusals[outcome.reason] };
  },
});

/** Takes back a seat that was given back. */
export const undoCancellation = formAction({
  schema: seatSchema,
  run: async ({ token, webinar }) => {
    const outcome = await reinstate(token, webinar, now());
    if (outcome.ok) return done(token, "retour", webinar);
    return { ok: false, formError: reinstatementRefusals[outcome.reason] };
  },
});

/** Takes an offered seat, or leaves it to the next in line. */
export const answerSeat = formAction({
  schema: answerSchema,
  run: async ({ token, webinar, answer }) => {
    const outcome = await answerOffer(token, webinar, answer, now());
    if (outcome.ok) return done(token, "reponse", webinar);
    return { ok: false, formError: answerRefusals[outcome.reason] };
  },
});

/** Passes a question on to the team. */
export const askAgain = formAction({
  schema: questionSchema,
  run: async ({ token, webinar, question }) => {
    const outcome = await askFromPage(token, webinar, question, now());
    if (outcome.ok) return done(token, "question", webinar);
    return { ok: false, formError: questionRefusals[outcome.reason] };
  },
});

/** Changes what a person said of themselves. */
export const changePerson = formAction({
  schema: detailsFormSchema,
  run: async ({ token, ...input }) =>
    (await changeDetails(token, input, now())).ok ? done(token, "informations") : unknown,
});

/** Asks a new address whether it is theirs. */
export const changeAddress = formAction({
  schema: addressSchema,
  run: async ({ token, email }) => {
    const outcome = await proposeAddress(token, email, now());
    if (outcome.ok) return done(token, "adresse");
    return { ok: false, fieldErrors: { email: proposalRefusals[outcome.reason] } };
  },
});

/** Has everything follow the address that received this link. */
export const adoptAddress = formAction({
  schema: linkSchema,
  run: async ({ token }) => {
    const outcome = await confirmAddress(token, now());
    if (outcome.ok) return done(token, "adresse-changee");
    return { ok: false, formError: confirmationRefusals[outcome.reason] };
  },
});

/** Turns reminders on or off. */
export const changeReminders = formAction({
  schema: remindersSchema,
  run: async ({ token, reminders }) =>
    (await setReminders(token, reminders === "on", now())).ok ? done(token, "rappels") : unknown,
});

/** Asks for the sessions that a cycle will still receive. */
export const followWholeCycle = formAction({
  schema: cycleSchema,
  run: async ({ token, cycle }) => ((await followCycle(token, cycle, now())).ok ? done(token, "suivi") : unknown),
});

/** Ends the wish to come to every new session of a cycle. */
export const unfollowCycle = formAction({
  schema: cycleSchema,
  run: async ({ token, cycle }) => ((await leaveCycle(token, cycle)).ok ? done(token, "cycle") : unknown),
});

/** Erases everything that is held about a person; their link opens nothing afterwards. */
export const erasePersonalData = formAction({
  schema: erasureSchema,
  run: async ({ token }) =>
    (await eraseOnRequest(token, now())).ok
      ? { ok: true, redirectTo: `${paths.findRegistrations()}?effacees` }
      : unknown,
});

/** Sends the owner of what a screen shows a link that does more. */
export const sendMyLinks = formAction({
  schema: linkSchema,
  run: async ({ token }) => ((await sendLinksBehind(token, now())).ok ? done(token, "liens") : unknown),
});
