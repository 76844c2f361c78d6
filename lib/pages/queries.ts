import type { Viewer } from "#lib/auth/editor";
import type { EditedPage, PageDetail, PageSummary } from "#lib/pages/schema";
import { db, type Transaction } from "#lib/platform/db";
import { editedColumns } from "#lib/publication/columns";
import { visibleAt } from "#lib/publication/rules";
import type { Prisma } from "#prisma/client";

const pageSummary = { slug: true, title: true, summary: true, position: true } as const satisfies Prisma.PageSelect;

export async function listPages(at: Date): Promise<PageSummary[]> {
  return db.page.findMany({
    where: visibleAt(at),
    select: pageSummary,
    orderBy: [{ position: "asc" }, { slug: "asc" }],
  });
}

/** @returns null when the public may not see it */
export async function findPage(slug: string, at: Date, shown: object = visibleAt(at)): Promise<PageDetail | null> {
  return db.page.findFirst({
    where: { slug, ...shown },
    select: { ...pageSummary, body: true, source: true, confidence: true, updatedAt: true },
  });
}

/** The values of the edit form, null when there is none. @param client the transaction that is about to write them */
export async function findPageForEditor(
  _editor: Viewer,
  id: string,
  client: Transaction = db,
): Promise<EditedPage | null> {
  return client.page.findUnique({ where: { id }, select: { ...editedColumns, ...pageSummary, body: true } });
}
