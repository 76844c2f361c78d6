"use server";

import { formAction } from "#lib/edge/form-action";
import { currentEditor } from "#lib/edge/session";
import { mediaRefusals, USED } from "#lib/media/labels";
import { describeMedia, keepMedia, removeMedia, replaceMedia } from "#lib/media/mutations";
import { broughtMedia, describedMedia, mediaTarget, replacedMedia } from "#lib/media/schema";
import { now } from "#lib/platform/clock";
import { paths } from "#lib/platform/paths";

const brought = async (file: File) => ({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) });

export const bring = formAction({
  guard: currentEditor,
  schema: broughtMedia,
  run: async ({ file, ...description }, editor) => {
    const outcome = await keepMedia(editor, await brought(file), description, now());
    if (!outcome.ok) return { ok: false, fieldErrors: { file: mediaRefusals[outcome.reason] } };
    const fait = outcome.known ? "fichier-connu" : "fichier";
    return { ok: true, redirectTo: paths.adminEdit("medias", outcome.id, { fait }) };
  },
});

export const replace = formAction({
  guard: currentEditor,
  schema: replacedMedia,
  run: async ({ id, file }, editor) => {
    const outcome = await replaceMedia(editor, id, await brought(file), now());
    if (!outcome.ok) return { ok: false, fieldErrors: { file: mediaRefusals[outcome.reason] } };
    return { ok: true, redirectTo: paths.adminEdit("medias", id, { fait: "fichier-remplace" }) };
  },
});

const STALE = "Un collègue a décrit ce fichier pendant ce temps\u00A0: rouvrez la page, puis reprenez vos mots.";

export const describe = formAction({
  guard: currentEditor,
  schema: describedMedia,
  run: async (description, editor) => {
    const outcome = await describeMedia(editor, description, now());
    if (!outcome.ok) return { ok: false, formError: STALE };
    return { ok: true, redirectTo: paths.adminEdit("medias", description.id, { fait: "enregistre" }) };
  },
});

export const remove = formAction({
  guard: currentEditor,
  schema: mediaTarget,
  run: async ({ id }, editor) => {
    const outcome = await removeMedia(editor, id, now());
    if (!outcome.ok) return { ok: false, formError: USED };
    return { ok: true, redirectTo: paths.adminList("medias", { fait: "fichier-supprime" }) };
  },
});
