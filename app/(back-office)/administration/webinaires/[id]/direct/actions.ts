"use server";

import { z } from "zod";
import { type DayQuery, dayQuery } from "#lib/attendance/day/schema";
import { OPENING_REFUSAL } from "#lib/attendance/labels";
import { openRoom } from "#lib/attendance/mutations";
import { formAction } from "#lib/edge/form-action";
import type { FormOutcome } from "#lib/edge/form-outcome";
import { currentEditor } from "#lib/edge/session";
import { now } from "#lib/platform/clock";
import { paths } from "#lib/platform/paths";
import { moderationRefusals } from "#lib/questions/labels";
import { noteSpoken } from "#lib/questions/mutations";
import { questionTick } from "#lib/questions/schema";
import { editorCancellationRefusals } from "#lib/roster/labels";
import { resend as writeAgain } from "#lib/roster/mutations";
import { roomEdit, roomOpening } from "#lib/webinars/schema";
import { roomRefusalWords } from "#lib/webinars/terms/labels";
import { changeRoom } from "#lib/webinars/terms/mutations";

const stopped = dayQuery.pick({ arret: true });

const backTo = (webinarId: string, { arret }: Pick<DayQuery, "arret">, fait: string): FormOutcome => ({
  ok: true,
  redirectTo: paths.adminWebinar(webinarId, "direct", { arret, fait }),
});

export const room = formAction({
  guard: currentEditor,
  schema: stopped.extend(roomEdit.shape),
  run: async ({ arret, ...change }, editor) => {
    const outcome = await changeRoom(editor, change, now());
    if (outcome.ok) return backTo(change.webinarId, { arret }, "salle");
    if (outcome.reason === "unknown") return { ok: false, formError: roomRefusalWords(null) };
    return {
      ok: false,
      fieldErrors: { roomUrl: roomRefusalWords(outcome) },
      echo: { before: outcome.roomUrl ?? "" },
    };
  },
});

export const opening = formAction({
  guard: currentEditor,
  schema: stopped.extend(roomOpening.shape),
  run: async ({ arret, ...change }, editor) => {
    if (!(await openRoom(editor, change, now()))) return { ok: false, formError: OPENING_REFUSAL };
    return backTo(change.webinarId, { arret }, change.entree === "ouverte" ? "entree" : "entree-a-l-heure");
  },
});

export const tick = formAction({
  guard: currentEditor,
  schema: stopped.extend(questionTick.shape),
  run: async ({ arret, spoken, ...question }, editor) => {
    const found = await noteSpoken(editor, question, spoken === "oui", now());
    if (!found) return { ok: false, formError: moderationRefusals.unknown };
    return backTo(question.webinarId, { arret }, spoken === "oui" ? "repondue" : "a-repondre");
  },
});

export const resend = formAction({
  guard: currentEditor,
  schema: stopped.extend({ webinarId: z.uuid(), id: z.uuid() }),
  run: async ({ arret, webinarId, id }, editor) => {
    const outcome = await writeAgain(editor, id, now());
    if (!outcome.ok) return { ok: false, formError: editorCancellationRefusals[outcome.reason] };
    return backTo(webinarId, { arret }, "reecrit");
  },
});
