"use server";

import { deskOf } from "#lib/desks/desks";
import { formAction } from "#lib/edge/form-action";
import type { FormOutcome } from "#lib/edge/form-outcome";
import { currentEditor } from "#lib/edge/session";
import { decoded } from "#lib/files/decoding/rules";
import { broughtFields, chosenMapping } from "#lib/imports/columns";
import { NOUN } from "#lib/imports/judging";
import { importRefusals, mappingFaults, PASTED, tableRefusals } from "#lib/imports/labels";
import { askAgain, askStep, bringTable } from "#lib/imports/mutations";
import { findImport } from "#lib/imports/queries";
import { askedImport, broughtTable, KEY, mappedImport } from "#lib/imports/schema";
import { now } from "#lib/platform/clock";
import { paths } from "#lib/platform/paths";

const MOVED: FormOutcome = { ok: false, formError: importRefusals.moved };
const asked = (id: string, { ok }: { ok: boolean }): FormOutcome =>
  ok ? { ok, redirectTo: paths.adminImport(id, { fait: "import-demande" }) } : MOVED;
const wrong = (fieldErrors: Record<string, string>): FormOutcome => ({ ok: false, fieldErrors });

export const bring = formAction({
  guard: currentEditor,
  schema: broughtTable,
  run: async ({ file, pasted }, editor) => {
    const text = file ? decoded(new Uint8Array(await file.arrayBuffer())) : pasted;
    const outcome = await bringTable(editor, { name: file?.name ?? PASTED, text }, now());
    if (outcome.ok) return { ok: true, redirectTo: paths.adminImport(outcome.id) };
    return { ok: false, fieldErrors: { [file ? "file" : "pasted"]: tableRefusals[outcome.reason] } };
  },
});

export const check = formAction({
  guard: currentEditor,
  schema: mappedImport,
  run: async ({ id, ...posted }, editor) => {
    const found = await findImport(editor, id);
    if (!found) return MOVED;
    const fields = broughtFields(await deskOf(NOUN).fields(editor));
    const mapping = chosenMapping(fields, found.headers, posted);
    if (mapping[KEY] === undefined) return wrong({ [KEY]: mappingFaults.key });
    if (Object.keys(mapping).length === 1) return wrong({ title: mappingFaults.nothing });
    return asked(id, await askStep(editor, id, "check", now(), mapping));
  },
});

export const run = formAction({
  guard: currentEditor,
  schema: askedImport,
  run: async ({ id }, editor) => asked(id, await askStep(editor, id, "run", now())),
});

export const undo = formAction({
  guard: currentEditor,
  schema: askedImport,
  run: async ({ id }, editor) => asked(id, await askStep(editor, id, "undo", now())),
});

export const again = formAction({
  guard: currentEditor,
  schema: askedImport,
  run: async ({ id }, editor) => asked(id, await askAgain(editor, id)),
});
