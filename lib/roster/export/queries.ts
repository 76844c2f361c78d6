import type { Editor } from "#lib/auth/editor";
import { db } from "#lib/platform/db";
import { REGISTRANT_COLUMNS, type RegistrantColumn } from "#lib/roster/export/schema";

/** The columns that an editor chose for their last file, every column before the first. */
export async function chosenColumns({ userId }: Editor): Promise<readonly RegistrantColumn[]> {
  const last = await db.auditEntry.findFirst({
    where: { userId, action: "registrants.export" },
    orderBy: [{ at: "desc" }, { id: "desc" }],
    select: { details: true },
  });
  const { columns: chosen } = (last?.details ?? {}) as { columns?: unknown };
  return Array.isArray(chosen) ? REGISTRANT_COLUMNS.filter((column) => chosen.includes(column)) : REGISTRANT_COLUMNS;
}
