import { recordAudit } from "#lib/audit/mutations";
import type { Editor } from "#lib/auth/editor";
import { listFormFields } from "#lib/form-fields/queries";
import { db } from "#lib/platform/db";
import { columnsOfFile } from "#lib/roster/export/fields";
import type { RegistrantExport } from "#lib/roster/export/schema";
import { designated, registrantsOf } from "#lib/roster/queries";
import type { Table } from "#lib/tables/schema";

/**
 * The registrants of a session that a filter designates, for a file. The export is written in the journal: its columns
 * and how many people it holds, never who.
 * @returns null when there is no such session
 */
export async function registrantsTable(
  editor: Editor,
  webinarId: string,
  { columns: chosen, format, ...filter }: RegistrantExport,
  at: Date,
): Promise<Table | null> {
  return db.$transaction(async (tx) => {
    if (!(await tx.webinar.findUnique({ where: { id: webinarId }, select: { id: true } }))) return null;
    const people = await registrantsOf(tx, designated(webinarId, filter));
    const details = { count: people.length, columns: chosen, format };
    await recordAudit(tx, editor, { action: "registrants.export", noun: "webinar", target: webinarId, details, at });
    await tx.user.updateMany({ where: { id: editor.userId }, data: { registrantColumns: chosen } });
    const columns = columnsOfFile(chosen, await listFormFields(editor, webinarId, tx));
    const rows = people.map((person) => columns.map(({ cell }) => cell(person)));
    return { name: "inscrits", columns, rows };
  });
}
