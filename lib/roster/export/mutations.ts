import { recordAudit } from "#lib/audit/mutations";
import type { Editor } from "#lib/auth/editor";
import { csvFile } from "#lib/csv/writing";
import { db } from "#lib/platform/db";
import { registrantCells } from "#lib/roster/export/fields";
import { registrantColumnLabels } from "#lib/roster/export/labels";
import type { RegistrantExport } from "#lib/roster/export/schema";
import { designated, registrantsOf } from "#lib/roster/queries";

/**
 * The registrants of a session that a filter designates, as a file. The export is written in the journal: its columns
 * and how many people it holds, never who.
 * @returns null when there is no such session
 */
export async function registrantsCsv(
  editor: Editor,
  webinarId: string,
  { columns: chosen, dialect, ...filter }: RegistrantExport,
  at: Date,
): Promise<string | null> {
  return db.$transaction(async (tx) => {
    if (!(await tx.webinar.findUnique({ where: { id: webinarId }, select: { id: true } }))) return null;
    const people = await registrantsOf(tx, designated(webinarId, filter));
    const details = { count: people.length, columns: chosen };
    await recordAudit(tx, editor, { action: "registrants.export", noun: "webinar", target: webinarId, details, at });
    await tx.user.updateMany({ where: { id: editor.userId }, data: { registrantColumns: chosen } });
    const rows = people.map((person) => chosen.map((column) => registrantCells[column](person)));
    return csvFile([chosen.map((column) => registrantColumnLabels[column]), ...rows], dialect);
  });
}
