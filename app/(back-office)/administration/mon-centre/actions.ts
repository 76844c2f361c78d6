"use server";

import { autosaved } from "#lib/edge/autosaved";
import { formAction } from "#lib/edge/form-action";
import type { FormOutcome } from "#lib/edge/form-outcome";
import { twoTexts } from "#lib/edge/save-action";
import { currentPartner } from "#lib/edge/session";
import { typedIn } from "#lib/edit-forms/fields";
import { CARDS } from "#lib/nouns/cards";
import { NO_READER, NOT_YOURS, OF_THE_TEAM_ONLY, UNTITLED } from "#lib/partners/labels";
import { askTheTeam, saveOwn } from "#lib/partners/mutations";
import { openOwn } from "#lib/partners/queries";
import { ownEdition, ownRequest } from "#lib/partners/schema";
import { now } from "#lib/platform/clock";
import { paths } from "#lib/platform/paths";
import { publicationState } from "#lib/publication/rules";

export const save = formAction({
  guard: currentPartner,
  schema: ownEdition,
  run: async (edition, partner): Promise<FormOutcome> => {
    const { noun, id } = edition;
    const outcome = await saveOwn(partner, edition, now());
    const opened = await openOwn(partner, noun, id);
    if (!opened) return { ok: false, formError: NOT_YOURS };
    if (outcome.ok) {
      const fait = publicationState(opened.row, now()) === "published" ? "garde" : "enregistre";
      return {
        ok: true,
        redirectTo: paths.ownItem(CARDS[noun].section, id, { fait, ouverture: String(outcome.version) }),
      };
    }
    const { fields, all, saved, version } = opened;
    if (outcome.reason === "stale")
      return twoTexts({ ...saved, version: String(version) }, fields, all.values, typedIn(fields, edition));
    if (outcome.reason === "untitled") return { ok: false, fieldErrors: { [CARDS[noun].title[0]]: UNTITLED } };
    return { ok: false, formError: outcome.reason === "of-the-team" ? OF_THE_TEAM_ONLY : NOT_YOURS };
  },
});

export const autosave = formAction({
  guard: currentPartner,
  mute: true,
  schema: ownEdition,
  run: async (edition, partner): Promise<FormOutcome> => {
    const at = now();
    const outcome = await saveOwn(partner, { ...edition, replaces: undefined }, at, { auto: true });
    return autosaved(outcome, at);
  },
});

export const ask = formAction({
  guard: currentPartner,
  schema: ownRequest,
  run: async (request, partner): Promise<FormOutcome> => {
    const { noun, id } = request;
    const outcome = await askTheTeam(partner, request, now());
    if (outcome.ok)
      return {
        ok: true,
        redirectTo: paths.ownItem(CARDS[noun].section, id, { fait: "relecture", ouverture: String(now().getTime()) }),
      };
    if (outcome.reason === "not-own") return { ok: false, formError: NOT_YOURS };
    return { ok: false, fieldErrors: { colleague: NO_READER } };
  },
});
