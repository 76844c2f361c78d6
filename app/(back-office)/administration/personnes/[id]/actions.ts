"use server";

import { formAction } from "#lib/edge/form-action";
import type { FormOutcome } from "#lib/edge/form-outcome";
import { currentEditor } from "#lib/edge/session";
import { now } from "#lib/platform/clock";
import { paths } from "#lib/platform/paths";
import { eraseForEditor } from "#lib/privacy/mutations";
import { correctionRefusals, editorCancellationRefusals, restorationRefusals } from "#lib/roster/labels";
import { cancelRegistrant, restoreRegistrant } from "#lib/roster/mutations";
import { GONE, NO_SEAT, NOTHING_TO_SEND } from "#lib/roster/person/labels";
import { addToSession, correctName, correctPersonAddress, resendLinks } from "#lib/roster/person/mutations";
import { addressForm, erasureForm, nameForm, personForm, seatForm, sessionForm } from "#lib/roster/person/schema";

const backTo = (id: string, fait: string): FormOutcome => ({
  ok: true,
  redirectTo: paths.adminEdit("personnes", id, { fait }),
});

export const resend = formAction({
  guard: currentEditor,
  schema: personForm,
  run: async ({ id }, editor) => {
    const outcome = await resendLinks(editor, id, now());
    return outcome.ok ? backTo(id, outcome.held ? "retenu" : "liens") : { ok: false, formError: NOTHING_TO_SEND };
  },
});

export const rename = formAction({
  guard: currentEditor,
  schema: nameForm,
  run: async ({ id, ...name }, editor) => {
    const outcome = await correctName(editor, id, name, now());
    return outcome.ok ? backTo(id, "nom") : { ok: false, formError: GONE };
  },
});

export const readdress = formAction({
  guard: currentEditor,
  schema: addressForm,
  run: async ({ id, email }, editor) => {
    const outcome = await correctPersonAddress(editor, id, email, now());
    if (outcome.ok) return backTo(outcome.personId, "corrige");
    return outcome.reason === "held"
      ? { ok: false, fieldErrors: { email: correctionRefusals.held } }
      : { ok: false, formError: GONE };
  },
});

export const register = formAction({
  guard: currentEditor,
  schema: sessionForm,
  run: async ({ id, webinarId }, editor) => {
    const outcome = await addToSession(editor, id, webinarId, now());
    if (outcome === "refused") return { ok: false, fieldErrors: { webinarId: NO_SEAT } };
    return backTo(id, outcome === "waiting" ? "attente" : "inscrite");
  },
});

export const cancel = formAction({
  guard: currentEditor,
  schema: seatForm,
  run: async ({ id, seatId }, editor) => {
    const outcome = await cancelRegistrant(editor, seatId, now());
    return outcome.ok ? backTo(id, "annule") : { ok: false, formError: editorCancellationRefusals[outcome.reason] };
  },
});

export const restore = formAction({
  guard: currentEditor,
  schema: seatForm,
  run: async ({ id, seatId }, editor) => {
    const outcome = await restoreRegistrant(editor, seatId, now());
    return outcome.ok ? backTo(id, "retabli") : { ok: false, formError: restorationRefusals[outcome.reason] };
  },
});

export const erase = formAction({
  guard: currentEditor,
  schema: erasureForm,
  run: async ({ id }, editor) => {
    const outcome = await eraseForEditor(editor, id, now());
    if (!outcome.ok) return { ok: false, formError: GONE };
    return { ok: true, redirectTo: paths.adminList("personnes", { fait: "personne-effacee" }) };
  },
});
