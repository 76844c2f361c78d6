import type { Viewer } from "#lib/auth/editor";
import { db } from "#lib/platform/db";
import { REGISTRANT_COLUMNS, type RegistrantColumn, USUAL_COLUMNS } from "#lib/roster/export/schema";

/** The columns that an editor chose for their last file, the usual ones before the first. */
export async function chosenColumns({ userId }: Viewer): Promise<readonly RegistrantColumn[]> {
  const user = await db.user.findUnique({ where: { id: userId }, select: { registrantColumns: true } });
  const last = user?.registrantColumns ?? [];
  return last.length ? REGISTRANT_COLUMNS.filter((column) => last.includes(column)) : USUAL_COLUMNS;
}
