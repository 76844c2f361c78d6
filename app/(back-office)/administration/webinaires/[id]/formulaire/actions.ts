"use server";

import { formAction } from "#lib/edge/form-action";
import type { FormOutcome } from "#lib/edge/form-outcome";
import { currentEditor } from "#lib/edge/session";
import { formFieldRefusals } from "#lib/form-fields/labels";
import {
  createFormField,
  moveFormField,
  restoreFormField,
  updateFormField,
  withdrawFormField,
} from "#lib/form-fields/mutations";
import { changedFormField, chosenFormField, movedFormField, newFormField } from "#lib/form-fields/schema";
import { now } from "#lib/platform/clock";
import { paths } from "#lib/platform/paths";

type Outcome = Awaited<ReturnType<typeof createFormField>>;

const done = (outcome: Outcome, webinarId: string, fait: string): FormOutcome =>
  outcome.ok
    ? { ok: true, redirectTo: paths.adminWebinar(webinarId, "formulaire", { fait }) }
    : { ok: false, formError: formFieldRefusals[outcome.reason] };

export const create = formAction({
  guard: currentEditor,
  schema: newFormField,
  run: async (input, editor) => done(await createFormField(editor, input, now()), input.webinarId, "champ"),
});

export const change = formAction({
  guard: currentEditor,
  schema: changedFormField,
  run: async (input, editor) => done(await updateFormField(editor, input, now()), input.webinarId, "enregistre"),
});

export const move = formAction({
  guard: currentEditor,
  schema: movedFormField,
  run: async (input, editor) => done(await moveFormField(editor, input, now()), input.webinarId, "enregistre"),
});

/** Deletes what nobody answered; what was answered is kept aside. */
export const withdraw = formAction({
  guard: currentEditor,
  schema: chosenFormField,
  run: async (input, editor) => done(await withdrawFormField(editor, input, now()), input.webinarId, "champ-retire"),
});

export const restore = formAction({
  guard: currentEditor,
  schema: chosenFormField,
  run: async (input, editor) => done(await restoreFormField(editor, input, now()), input.webinarId, "champ"),
});
