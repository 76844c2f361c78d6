"use server";

import type { Editor } from "#lib/auth/editor";
import { formAction } from "#lib/edge/form-action";
import type { FormOutcome } from "#lib/edge/form-outcome";
import { currentEditor } from "#lib/edge/session";
import { awayOnly } from "#lib/files/bucket";
import { AWAY, INCOMPLETE, mediaRefusals, USED } from "#lib/media/labels";
import { describeMedia, keepMedia, removeMedia, replaceMedia } from "#lib/media/mutations";
import { broughtMedia, describedMedia, mediaTarget, replacedMedia, type Upload } from "#lib/media/schema";
import { forgetUpload, keepPart } from "#lib/media/uploads/mutations";
import { countParts, findUpload } from "#lib/media/uploads/queries";
import { uploadPart } from "#lib/media/uploads/schema";
import { now } from "#lib/platform/clock";
import { paths } from "#lib/platform/paths";

const bytesOf = async (file: File) => new Uint8Array(await file.arrayBuffer());

/** Keeps a part of a file while its form is filled in, and answers how many are there. */
export const send = formAction({
  guard: currentEditor,
  mute: true,
  schema: uploadPart,
  run: async ({ sha256, number, part }, editor) => {
    if (part) await keepPart(editor, { sha256, number, bytes: await bytesOf(part) }, now());
    return { ok: false, echo: { parts: String(await countParts(editor, sha256)) } };
  },
});

type Brought = { name: string; bytes: Uint8Array };

/** Does what is wanted with a file, sent with its form or in parts before it, which are forgotten once it is kept. */
async function withFile(
  editor: Editor,
  file: File | Upload,
  run: (file: Brought) => Promise<FormOutcome>,
): Promise<FormOutcome> {
  if (file instanceof File) return run({ name: file.name, bytes: await bytesOf(file) });
  const bytes = await findUpload(editor, file.sha256);
  if (!bytes) {
    await forgetUpload(editor, file.sha256);
    return { ok: false, fieldErrors: { file: INCOMPLETE } };
  }
  const outcome = await run({ name: file.name, bytes });
  if (outcome.ok) await forgetUpload(editor, file.sha256);
  return outcome;
}

export const bring = formAction({
  guard: currentEditor,
  schema: broughtMedia,
  run: ({ file, ...description }, editor) =>
    withFile(editor, file, async (brought) => {
      const outcome = await keepMedia(editor, brought, description, now()).catch(awayOnly);
      if (outcome === "away") return { ok: false, formError: AWAY };
      if (!outcome.ok) return { ok: false, fieldErrors: { file: mediaRefusals[outcome.reason] } };
      const fait = outcome.known ? "fichier-connu" : "fichier";
      return { ok: true, redirectTo: paths.adminEdit("medias", outcome.id, { fait }) };
    }),
});

export const replace = formAction({
  guard: currentEditor,
  schema: replacedMedia,
  run: ({ id, file }, editor) =>
    withFile(editor, file, async (brought) => {
      const outcome = await replaceMedia(editor, id, brought, now()).catch(awayOnly);
      if (outcome === "away") return { ok: false, formError: AWAY };
      if (!outcome.ok) return { ok: false, fieldErrors: { file: mediaRefusals[outcome.reason] } };
      return { ok: true, redirectTo: paths.adminEdit("medias", id, { fait: "fichier-remplace" }) };
    }),
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
