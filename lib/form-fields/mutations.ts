import { recordAudit } from "#lib/audit/mutations";
import type { Editor } from "#lib/auth/editor";
import { askedFormFields, listFormFields } from "#lib/form-fields/queries";
import { MOST_FIELDS } from "#lib/form-fields/rules";
import type { ChangedFormField, EditedFormField, NewFormField } from "#lib/form-fields/schema";
import { db, type Transaction } from "#lib/platform/db";
import type { Result } from "#lib/platform/result";

type Chosen = { webinarId: string; id: string };
type Refusal = "unknown" | "stale" | "answered" | "many";
type Done = Result<object, Refusal>;

const UNKNOWN = { ok: false, reason: "unknown" } as const;
const isAsked = ({ archivedAt }: EditedFormField) => archivedAt === null;

/**
 * Changes the form of a session under its lock: whoever registers meanwhile has answered what stood before, and is counted,
 * or answers what stands after.
 */
function onForm(
  editor: Editor,
  webinarId: string,
  act: string,
  at: Date,
  work: (tx: Transaction, fields: EditedFormField[]) => Promise<Done & { id?: string }>,
): Promise<Done> {
  return db.$transaction(async (tx) => {
    const locked = await tx.$queryRaw<unknown[]>`
      SELECT 1 FROM "Webinar" WHERE "id" = ${webinarId}::uuid FOR UPDATE`;
    if (!locked.length) return UNKNOWN;
    const { id, ...done } = await work(tx, await listFormFields(editor, webinarId, tx));
    const entry = { action: `form-field.${act}`, noun: "webinar", target: webinarId, at };
    if (done.ok && id) await recordAudit(tx, editor, { ...entry, details: { field: id } });
    return done;
  });
}

const onField = (
  editor: Editor,
  { webinarId, id }: Chosen,
  act: string,
  at: Date,
  work: (tx: Transaction, field: EditedFormField, fields: EditedFormField[]) => Promise<Done>,
): Promise<Done> =>
  onForm(editor, webinarId, act, at, async (tx, fields) => {
    const field = fields.find((one) => one.id === id);
    return field ? { ...(await work(tx, field, fields)), id } : UNKNOWN;
  });

/** The place after the last one; null when there is no room left. */
function nextPlace(fields: readonly EditedFormField[]): number | null {
  const asked = fields.filter(isAsked).length;
  return asked < MOST_FIELDS ? asked : null;
}

export const createFormField = (editor: Editor, { webinarId, ...data }: NewFormField, at: Date): Promise<Done> =>
  onForm(editor, webinarId, "create", at, async (tx, fields) => {
    const position = nextPlace(fields);
    if (position === null) return { ok: false, reason: "many" };
    const { id } = await tx.formField.create({ data: { ...data, webinarId, position }, select: { id: true } });
    return { ok: true, id };
  });

/** `answered`: what people answered would not be an answer to another kind of field. */
export const updateFormField = (
  editor: Editor,
  { webinarId, id, shown, ...data }: ChangedFormField,
  at: Date,
): Promise<Done> =>
  onField(editor, { webinarId, id }, "update", at, async (tx, field) => {
    if (field.shown !== shown) return { ok: false, reason: "stale" };
    if (field.kind !== data.kind && field.answers > 0) return { ok: false, reason: "answered" };
    await tx.formField.update({ where: { id }, data });
    return { ok: true };
  });

async function place(tx: Transaction, ids: readonly string[]): Promise<void> {
  for (const [position, id] of ids.entries()) await tx.formField.update({ where: { id }, data: { position } });
}

export const moveFormField = (
  editor: Editor,
  { to, ...chosen }: Chosen & { to: "up" | "down" },
  at: Date,
): Promise<Done> =>
  onField(editor, chosen, "update", at, async (tx, field, fields) => {
    const ids = fields.filter(isAsked).map(({ id }) => id);
    const from = ids.indexOf(field.id);
    const next = from + (to === "up" ? -1 : 1);
    if (from < 0 || next < 0 || next >= ids.length) return { ok: true };
    await place(tx, ids.with(from, ids[next] ?? "").with(next, field.id));
    return { ok: true };
  });

/** Asks it no more: deleted when nobody answered, else kept aside with its answers. */
export const withdrawFormField = (editor: Editor, chosen: Chosen, at: Date): Promise<Done> =>
  onField(editor, chosen, "withdraw", at, async (tx, { id, answers }, fields) => {
    if (answers > 0) await tx.formField.updateMany({ where: { id, archivedAt: null }, data: { archivedAt: at } });
    else await tx.formField.delete({ where: { id } });
    await place(
      tx,
      fields.filter((one) => isAsked(one) && one.id !== id).map((one) => one.id),
    );
    return { ok: true };
  });

/** Asks again, last, what had been put aside. */
export const restoreFormField = (editor: Editor, chosen: Chosen, at: Date): Promise<Done> =>
  onField(editor, chosen, "restore", at, async (tx, field, fields) => {
    if (isAsked(field)) return { ok: true };
    const position = nextPlace(fields);
    if (position === null) return { ok: false, reason: "many" };
    await tx.formField.update({ where: { id: field.id }, data: { archivedAt: null, position } });
    return { ok: true };
  });

/** Gives new sessions the fields that the forms of others ask, without their answers. @param pairs from which, to which */
export async function copyFormFields(tx: Transaction, pairs: readonly { from: string; to: string }[]): Promise<void> {
  const webinarId = { in: pairs.map(({ from }) => from) };
  const rows = await tx.formField.findMany({
    where: { ...askedFormFields.where, webinarId },
    omit: { id: true, archivedAt: true },
    orderBy: askedFormFields.orderBy,
  });
  await tx.formField.createMany({
    data: pairs.flatMap(({ from, to }) =>
      rows.filter((row) => row.webinarId === from).map((row) => ({ ...row, webinarId: to })),
    ),
  });
}
