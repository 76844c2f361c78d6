import type { Viewer } from "#lib/auth/editor";
import type { EditedFigure, FigureEntry, ToldFigure } from "#lib/figures/schema";
import { db, type Transaction } from "#lib/platform/db";
import { editedColumns } from "#lib/publication/columns";
import { publicationState, visibleAt } from "#lib/publication/rules";
import { visibleSql } from "#lib/publication/visibility";
import { signedBy } from "#lib/resources/queries";
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

const study = { select: { slug: true, title: true, publishedAt: true, withdrawnAt: true } } as const;

async function figures(where: Prisma.FigureWhereInput, at: Date): Promise<FigureEntry[]> {
  const rows = await db.figure.findMany({
    where: { ...where, ...visibleAt(at) },
    select: { ...figureColumns, resource: study },
    orderBy: [{ position: "asc" }, { slug: "asc" }],
  });
  return rows.map(({ resource, ...figure }) => ({
    ...figure,
    study:
      resource && publicationState(resource, at) === "published"
        ? { slug: resource.slug, title: resource.title }
        : null,
  }));
}

/** Those that a page tells in passing: the ones that speak of a subject, then the first. @param subject how their slugs begin */
export const toldFigures = (subject: string, at: Date, limit: number): Promise<ToldFigure[]> =>
  db.$queryRaw<ToldFigure[]>`
    SELECT n."slug", n."value", n."percentage", n."statement", n."survey", n."period" FROM "Figure" n
    WHERE ${visibleSql(at, "n")} ORDER BY starts_with(n."slug", ${subject}) DESC, n."position", n."slug" LIMIT ${limit}`;

export const listFigures = (at: Date): Promise<FigureEntry[]> => figures({}, at);

/** The visible figures that are drawn from a study. @param resourceSlug that of its document */
export const figuresOfResource = (resourceSlug: string, at: Date): Promise<FigureEntry[]> =>
  figures({ resource: { slug: resourceSlug } }, at);

/** The visible figures of the studies of a need. */
export const figuresOfNeed = (needSlug: string, at: Date): Promise<FigureEntry[]> =>
  figures({ resource: { ...visibleAt(at), needs: { some: { need: { slug: needSlug } } } } }, at);

/** The visible figures of the studies that bear one of some names. */
export const figuresSignedBy = (labels: readonly string[], at: Date): Promise<FigureEntry[]> =>
  figures({ resource: { ...visibleAt(at), ...signedBy(labels) } }, at);

/** The values of the edit form, null when there is none. @param client the transaction that is about to write them */
export async function findFigureForEditor(
  _editor: Viewer,
  id: string,
  client: Transaction = db,
): Promise<EditedFigure | null> {
  return client.figure.findUnique({
    where: { id },
    select: { ...editedColumns, ...figureColumns, resourceId: true, position: true },
  });
}
