import type { Editor } from "#lib/auth/editor";
import type { EditedFigure, FigureEntry } from "#lib/figures/schema";
import { db, type Transaction } from "#lib/platform/db";
import { editedColumns } from "#lib/publication/columns";
import { visibleAt } from "#lib/publication/rules";
import type { Prisma } from "#prisma/client";

const figureColumns = {
  slug: true,
  value: true,
  percentage: true,
  statement: true,
  population: true,
  survey: true,
  period: true,
  sample: true,
  sourceUrl: true,
  theme: true,
  source: true,
  confidence: true,
} as const satisfies Prisma.FigureSelect;

export async function listFigures(at: Date): Promise<FigureEntry[]> {
  return db.figure.findMany({
    where: visibleAt(at),
    select: figureColumns,
    orderBy: [{ position: "asc" }, { slug: "asc" }],
  });
}

/** The values of the edit form, null when there is none. @param client the transaction that is about to write them */
export async function findFigureForEditor(
  _editor: Editor,
  id: string,
  client: Transaction = db,
): Promise<EditedFigure | null> {
  return client.figure.findUnique({ where: { id }, select: { ...editedColumns, ...figureColumns, position: true } });
}
