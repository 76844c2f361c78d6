"use server";

import { z } from "zod";
import { findingsOf } from "#lib/desks/checks";
import { deskOf } from "#lib/desks/desks";
import { answerReading, askReading } from "#lib/desks/readings/mutations";
import { titleWritten } from "#lib/desks/readings/queries";
import { readingAnswer, readingRequest } from "#lib/desks/readings/schema";
import { editedDesk } from "#lib/desks/scruples";
import { doneHref } from "#lib/edge/done-href";
import { autosaveAction, editionAction } from "#lib/edge/edition-action";
import { findingsAction } from "#lib/edge/findings-action";
import { formAction } from "#lib/edge/form-action";
import { GONE } from "#lib/edge/save-action";
import { currentEditor } from "#lib/edge/session";
import { linkTargets } from "#lib/items/link-queries";
import { teamQuery } from "#lib/items/schema";
import { EDITORIAL_NOUNS } from "#lib/nouns/cards";
import { now } from "#lib/platform/clock";
import { asTargets } from "#lib/rich-text/schema";
import { referenceTargets } from "#lib/ties/references/queries";

export const save = formAction({ guard: currentEditor, ...editionAction(EDITORIAL_NOUNS, editedDesk, now) });

export const autosave = formAction({
  guard: currentEditor,
  mute: true,
  ...autosaveAction(EDITORIAL_NOUNS, editedDesk, now),
});

export const check = formAction({ guard: currentEditor, mute: true, ...findingsAction(deskOf, findingsOf, now) });

const NAMED_LENGTH = 2000;

/** What a text may lead to: pages that some words find, or the words of today of some references. */
export const findTargets = formAction({
  guard: currentEditor,
  mute: true,
  schema: teamQuery.extend({ named: z.string().max(NAMED_LENGTH).default("") }),
  run: async ({ q, named }, editor) => {
    const at = now();
    const targets = named ? await referenceTargets(named.split(" "), at) : await linkTargets(editor, q, at);
    return { ok: false, echo: { targets: asTargets(targets) } };
  },
});

export const ask = formAction({
  guard: currentEditor,
  schema: readingRequest,
  run: async (input, editor) => {
    const { noun, id } = input;
    const title = await titleWritten(editor, noun, id);
    if (title === null) return { ok: false, formError: GONE };
    const outcome = await askReading(editor, input, title, now());
    return outcome.ok
      ? { ok: true, redirectTo: doneHref(noun, id, "relecture", String(now().getTime())) }
      : { ok: false, fieldErrors: { colleague: "Cette personne n’a plus de compte\u00A0: choisissez-en une autre." } };
  },
});

export const answer = formAction({
  guard: currentEditor,
  schema: readingAnswer,
  run: async (input, editor) => {
    const item = await answerReading(editor, input, now());
    return item
      ? { ok: true, redirectTo: doneHref(item.noun, item.id, "relu", String(now().getTime())) }
      : { ok: false, formError: "Cette relecture est déjà faite, ou ne vous est pas demandée." };
  },
});
