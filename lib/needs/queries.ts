import type { Viewer } from "#lib/auth/editor";
import type { EditedNeed, NeedDetail, NeedReference, NeedSummary } from "#lib/needs/schema";
import { db, type Transaction } from "#lib/platform/db";
import { editedColumns, editorialState } from "#lib/publication/columns";
import { visibleAt } from "#lib/publication/rules";
import type { EditorialState } from "#lib/publication/schema";
import { notTrashed } from "#lib/publication/trash/queries";
import type { Prisma } from "#prisma/client";

export const needReference = { slug: true, title: true, position: true } as const satisfies Prisma.NeedSelect;

const needSummary = {
  ...needReference,
  question: true,
  summary: true,
  perspectives: true,
  confidence: true,
} as const satisfies Prisma.NeedSelect;

const texts = {
  answer: true,
  firstStep: true,
  keyPoints: true,
  body: true,
  learn: true,
  train: true,
  act: true,
} as const satisfies Prisma.NeedSelect;

export async function listNeeds(at: Date): Promise<NeedSummary[]> {
  return db.need.findMany({
    where: visibleAt(at),
    select: needSummary,
    orderBy: [{ position: "asc" }, { slug: "asc" }],
  });
}

/**
 * A visible need with the visible centres that answer it, in the order of the centres.
 * @returns null when the public may not see it
 */
export async function findNeed(slug: string, at: Date, shown: object = visibleAt(at)): Promise<NeedDetail | null> {
  const need = await db.need.findFirst({
    where: { slug, ...shown },
    select: {
      ...needSummary,
      ...texts,
      source: true,
      centres: {
        where: { centre: visibleAt(at) },
        orderBy: { centre: { position: "asc" } },
        select: { reason: true, confidence: true, centre: { select: { slug: true, name: true, summary: true } } },
      },
    },
  });
  return need && { ...need, centres: need.centres.map(({ centre, ...answer }) => ({ ...centre, ...answer })) };
}

export async function listNeedsForEditor(_editor: Viewer): Promise<(EditorialState & NeedReference)[]> {
  return db.need.findMany({
    where: await notTrashed(),
    select: { ...editorialState, ...needReference },
    orderBy: { position: "asc" },
  });
}

/** The values of the edit form, null when there is none. @param client the transaction that is about to write them */
export async function findNeedForEditor(
  _editor: Viewer,
  id: string,
  client: Transaction = db,
): Promise<EditedNeed | null> {
  return client.need.findUnique({
    where: { id },
    select: {
      ...editedColumns,
      ...needSummary,
      ...texts,
      situations: true,
      centres: { select: { centreId: true, reason: true, confidence: true }, orderBy: { centreId: "asc" } },
    },
  });
}
