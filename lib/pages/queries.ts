import type { Editor } from "#lib/auth/editor";
import { editedColumns, editorialState } from "#lib/editorial/queries";
import { visibleAt } from "#lib/editorial/rules";
import type { EditorialState } from "#lib/editorial/schema";
import type { EditedPage, PageDetail, PageSummary } from "#lib/pages/schema";
import { db, type Transaction } from "#lib/platform/db";
import type { Prisma } from "#prisma/client";

const pageSummary = { slug: true, title: true, summary: true, position: true } as const satisfies Prisma.PageSelect;

/** The visible pages in the order of the footer. @param at the present instant */
export async function listPages(at: Date): Promise<PageSummary[]> {
  return db.page.findMany({
    where: visibleAt(at),
    select: pageSummary,
    orderBy: [{ position: "asc" }, { slug: "asc" }],
  });
}

/** @param at the present instant @returns null when the public may not see it */
export async function findPage(slug: string, at: Date): Promise<PageDetail | null> {
  return db.page.findFirst({
    where: { slug, ...visibleAt(at) },
    select: { ...pageSummary, body: true, source: true, confidence: true, updatedAt: true },
  });
}

/** Every page, for its list in the back office. */
export async function listPagesForEditor(_editor: Editor): Promise<(EditorialState & { title: string })[]> {
  return db.page.findMany({ select: { ...editorialState, title: true }, orderBy: { position: "asc" } });
}

/** The values of a page as its edit form reads them. @param client the transaction that is about to write them */
export async function findEditedPage(client: Transaction, id: string): Promise<EditedPage | null> {
  return client.page.findUnique({ where: { id }, select: { ...editedColumns, ...pageSummary, body: true } });
}

/** The values of the edit form. @returns null when there is no such page */
export const findPageForEditor = (_editor: Editor, id: string): Promise<EditedPage | null> => findEditedPage(db, id);
