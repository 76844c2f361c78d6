import type { Viewer } from "#lib/auth/editor";
import type { EditedTerm, TermEntry } from "#lib/glossary/schema";
import { db, type Transaction } from "#lib/platform/db";
import { inFrenchOrder } from "#lib/platform/text";
import { editedColumns } from "#lib/publication/columns";
import { visibleAt } from "#lib/publication/rules";
import type { Prisma } from "#prisma/client";

const termColumns = {
  slug: true,
  name: true,
  aliases: true,
  definition: true,
  source: true,
  confidence: true,
} as const satisfies Prisma.TermSelect;

const byName = <T extends { name: string }>(terms: T[]) => inFrenchOrder(terms, (term) => term.name);

export async function listTerms(at: Date): Promise<TermEntry[]> {
  return byName(await db.term.findMany({ where: visibleAt(at), select: termColumns }));
}

/** @returns null when the public may not see it */
export const findTerm = (slug: string, at: Date, shown: object = visibleAt(at)): Promise<TermEntry | null> =>
  db.term.findFirst({ where: { slug, ...shown }, select: termColumns });

/** The values of the edit form, null when there is none. @param client the transaction that is about to write them */
export async function findTermForEditor(
  _editor: Viewer,
  id: string,
  client: Transaction = db,
): Promise<EditedTerm | null> {
  return client.term.findUnique({ where: { id }, select: { ...editedColumns, ...termColumns } });
}
