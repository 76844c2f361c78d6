"use server";

import { doneHref } from "#lib/edge/done-href";
import { formAction } from "#lib/edge/form-action";
import { currentEditor } from "#lib/edge/session";
import { now } from "#lib/platform/clock";
import * as reviews from "#lib/reviews/mutations";
import { ownerChoice, reviewTarget } from "#lib/reviews/schema";

export const markReviewed = formAction({
  guard: currentEditor,
  schema: reviewTarget,
  run: async (item, editor) => {
    const at = now();
    await reviews.markReviewed(editor, item, at);
    return { ok: true, redirectTo: doneHref(item.noun, item.id, "relue", String(at.getTime())) };
  },
});

export const assign = formAction({
  guard: currentEditor,
  schema: ownerChoice,
  run: async ({ ownerId, ...item }, editor) => {
    const at = now();
    const outcome = await reviews.assignOwner(editor, item, ownerId, at);
    if (outcome.ok) return { ok: true, redirectTo: doneHref(item.noun, item.id, "responsable", String(at.getTime())) };
    return { ok: false, fieldErrors: { ownerId: "Cette personne n’a plus de compte\u00A0: rechargez la page." } };
  },
});
