"use server";

import { formAction } from "#lib/edge/form-action";
import { currentEditor } from "#lib/edge/session";
import { creationRefusals, PARTNER_LINK_GONE } from "#lib/partner-links/labels";
import { createPartnerLink, deletePartnerLink, updatePartnerLink } from "#lib/partner-links/mutations";
import { changedPartnerLink, chosenPartnerLink, newPartnerLink } from "#lib/partner-links/schema";
import { now } from "#lib/platform/clock";
import { paths } from "#lib/platform/paths";

const done = (webinarId: string, fait: string) => ({
  ok: true as const,
  redirectTo: paths.adminWebinar(webinarId, "partenaires", { fait }),
});

export const create = formAction({
  guard: currentEditor,
  schema: newPartnerLink,
  run: async (input, editor) => {
    const outcome = await createPartnerLink(editor, input, now());
    if (outcome.ok) return done(input.webinarId, "lien");
    const sentence = creationRefusals[outcome.reason];
    return outcome.reason === "taken"
      ? { ok: false, fieldErrors: { code: sentence } }
      : { ok: false, formError: sentence };
  },
});

export const change = formAction({
  guard: currentEditor,
  schema: changedPartnerLink,
  run: async (input, editor) => {
    const outcome = await updatePartnerLink(editor, input, now());
    return outcome.ok ? done(input.webinarId, "enregistre") : { ok: false, formError: PARTNER_LINK_GONE };
  },
});

/** Deletes a link; those whom it brought stay. */
export const remove = formAction({
  guard: currentEditor,
  schema: chosenPartnerLink,
  run: async (input, editor) => {
    const outcome = await deletePartnerLink(editor, input, now());
    return outcome.ok ? done(input.webinarId, "lien-supprime") : { ok: false, formError: PARTNER_LINK_GONE };
  },
});
