"use server";

import { formAction } from "#lib/edge/form-action";
import { currentEditor } from "#lib/edge/session";
import { addSource, changeSource } from "#lib/harvest/mutations";
import { decide as decideProposals } from "#lib/harvest/proposals/mutations";
import { decision, proposalQuery } from "#lib/harvest/proposals/schema";
import { newSource, type SourceAct, sourceAct } from "#lib/harvest/schema";
import { now } from "#lib/platform/clock";
import { paths } from "#lib/platform/paths";

const sources = (fait: string) => paths.adminEdit("moisson", "sources", { fait, ouverture: now().getTime() });

const refusals = {
  known: { url: "Ce site est déjà parmi les sources." },
  unknown: { centreId: "Ce centre n’existe plus\u00A0: choisissez-en un autre." },
};

export const add = formAction({
  guard: currentEditor,
  schema: newSource,
  run: async (input, editor) => {
    const outcome = await addSource(editor, input, now());
    return outcome.ok
      ? { ok: true, redirectTo: sources("source") }
      : { ok: false, fieldErrors: refusals[outcome.reason] };
  },
});

const done: Record<SourceAct, string> = {
  passage: "passage",
  pause: "pause",
  resume: "reprise",
  delete: "source-supprimee",
};

export const change = formAction({
  guard: currentEditor,
  schema: sourceAct,
  run: async ({ id, act }, editor) => {
    const outcome = await changeSource(editor, id, act, now());
    return outcome.ok
      ? { ok: true, redirectTo: sources(done[act]) }
      : { ok: false, formError: "Cette source n’existe plus\u00A0: rechargez la page." };
  },
});

export const decide = formAction({
  guard: currentEditor,
  schema: decision,
  run: async ({ act, ids, back }, editor) => {
    const nombre = await decideProposals(editor, ids, act, now());
    const query = proposalQuery.parse(Object.fromEntries(new URLSearchParams(back)));
    const told = { fait: "decide", acte: act, nombre, sur: ids.length, ouverture: now().getTime() };
    return { ok: true, redirectTo: paths.adminList("moisson", { ...query, ...told }) };
  },
});
