import { recordAudit } from "#lib/audit/mutations";
import type { Editor } from "#lib/auth/editor";
import { deskOf } from "#lib/desks/desks";
import { broughtFields, guessedMapping } from "#lib/imports/columns";
import { NOUN } from "#lib/imports/judging";
import { findKnownMapping, keptSince } from "#lib/imports/queries";
import { IMPORT_QUEUE, type Mapping, type TableRefusal } from "#lib/imports/schema";
import { surveyed } from "#lib/imports/table";
import { db, type Transaction } from "#lib/platform/db";
import { enqueue, prepareQueue } from "#lib/platform/queue";
import type { Result } from "#lib/platform/result";
import type { ImportState } from "#prisma/enums";

/** Keeps a table, whose columns are read as those of the last one with the same headings, or guessed. */
export async function bringTable(
  editor: Editor,
  { name, text }: { name: string; text: string },
  at: Date,
): Promise<Result<{ id: string }, TableRefusal>> {
  const table = await surveyed(text);
  if (!table.ok) return table;
  const { headers, total } = table;
  const fields = broughtFields(await deskOf(NOUN).fields(editor));
  const mapping = (await findKnownMapping(headers)) ?? guessedMapping(fields, headers);
  return db.$transaction(async (tx) => {
    const data = { name, text, headers, total, mapping, at, authorId: editor.userId };
    const { id } = await tx.resourceImport.create({ data, select: { id: true } });
    await recordAudit(tx, editor, { action: `${NOUN}.import-bring`, noun: NOUN, target: id, details: { total }, at });
    return { ok: true, id };
  });
}

const ask = (tx: Transaction, editor: Editor, id: string) =>
  enqueue(tx, IMPORT_QUEUE, [{ data: { id, userId: editor.userId }, key: id, priority: 0 }]);

/** From which state each is asked for. A work under way is asked for again where nobody does it any more. */
const STEPS = {
  check: { from: ["mapping", "checked"], to: "checking" },
  run: { from: ["checked"], to: "running" },
  undo: { from: ["checked", "done"], to: "undoing" },
} as const satisfies Record<string, { from: ImportState[]; to: ImportState }>;
export type ImportStep = keyof typeof STEPS;

/** Asks for a step of an import. `moved`: it is not where it was. @param mapping of a check */
export async function askStep(
  editor: Editor,
  id: string,
  step: ImportStep,
  at: Date,
  mapping?: Mapping,
): Promise<Result<object, "moved">> {
  await prepareQueue();
  const { from, to } = STEPS[step];
  return db.$transaction(async (tx) => {
    // Once a line was done, its report is what undoes it: it is not read anew.
    const untouched = step === "check" && { lines: { none: { acted: true } } };
    const { count } = await tx.resourceImport.updateMany({
      where: { id, state: { in: [...from] }, ...untouched },
      data: { state: to, read: 0, fault: null, endedAt: null, ...(mapping && { mapping }) },
    });
    if (count === 0) return { ok: false, reason: "moved" };
    await ask(tx, editor, id);
    await recordAudit(tx, editor, { action: `${NOUN}.import-${step}`, noun: NOUN, target: id, at });
    return { ok: true };
  });
}

/** Asks again for what is under way, should nobody do it any more: what is done stays done. */
export async function askAgain(editor: Editor, id: string): Promise<Result<object, "moved">> {
  await prepareQueue();
  return db.$transaction(async (tx) => {
    const moving = { id, state: { in: ["checking", "running", "undoing"] satisfies ImportState[] } };
    if (!(await tx.resourceImport.count({ where: moving }))) return { ok: false, reason: "moved" };
    await ask(tx, editor, id);
    return { ok: true };
  });
}

/** Imports that can no longer be undone are forgotten; identifiers keep what they mean. */
export const forgetOldImports = (at: Date) => db.resourceImport.deleteMany({ where: { at: { lte: keptSince(at) } } });
