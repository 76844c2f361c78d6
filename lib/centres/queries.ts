import type { Viewer } from "#lib/auth/editor";
import { isIdentified } from "#lib/centres/rules";
import type { CentreDetail, CentreSummary, EditedCentre, NamedCentre } from "#lib/centres/schema";
import { needReference } from "#lib/needs/queries";
import { db, type Transaction } from "#lib/platform/db";
import { editedColumns, editorialState } from "#lib/publication/columns";
import { visibleAt } from "#lib/publication/rules";
import type { EditorialState } from "#lib/publication/schema";
import { notTrashed } from "#lib/publication/trash/queries";
import type { Prisma } from "#prisma/client";

const centreColumns = {
  slug: true,
  position: true,
  name: true,
  summary: true,
  partners: true,
  audiences: true,
  url: true,
  confidence: true,
} as const satisfies Prisma.CentreSelect;

const answeredNeeds = (at: Date) =>
  ({
    where: { need: visibleAt(at) },
    orderBy: { need: { position: "asc" } },
    select: { reason: true, confidence: true, need: { select: needReference } },
  }) as const satisfies Prisma.Centre$needsArgs;

async function centres(where: Prisma.CentreWhereInput, at: Date): Promise<CentreSummary[]> {
  const rows = await db.centre.findMany({
    where: { ...where, ...visibleAt(at) },
    orderBy: [{ position: "asc" }, { slug: "asc" }],
    select: { ...centreColumns, needs: answeredNeeds(at) },
  });
  return rows.map((centre) => ({ ...centre, needs: centre.needs.map((answer) => answer.need) }));
}

/** The visible centres in their order, each with the visible needs that it answers. */
export const listCentres = (at: Date): Promise<CentreSummary[]> => centres({}, at);

/** The visible and identified centres in their order, as they are named. */
export async function nameCentres(at: Date): Promise<NamedCentre[]> {
  const rows = await db.centre.findMany({
    where: visibleAt(at),
    orderBy: [{ position: "asc" }, { slug: "asc" }],
    select: { slug: true, name: true, summary: true, url: true, confidence: true },
  });
  return rows.filter(isIdentified);
}

/** The visible centres that were made with one of some partners. @param labels names of a partner */
export const centresWith = (labels: readonly string[], at: Date): Promise<CentreSummary[]> =>
  centres({ partners: { hasSome: [...labels] } }, at);

/** A visible centre with the visible needs that it answers. @returns null when the public may not see it */
export async function findCentre(slug: string, at: Date, shown: object = visibleAt(at)): Promise<CentreDetail | null> {
  const centre = await db.centre.findFirst({
    where: { slug, ...shown },
    select: { ...centreColumns, body: true, urlCheckedOn: true, source: true, needs: answeredNeeds(at) },
  });
  return centre && { ...centre, needs: centre.needs.map(({ need, ...answer }) => ({ ...need, ...answer })) };
}

export async function listCentresForEditor(
  _editor: Viewer,
): Promise<(EditorialState & { name: string; position: number })[]> {
  return db.centre.findMany({
    where: await notTrashed(),
    select: { ...editorialState, name: true, position: true },
    orderBy: { position: "asc" },
  });
}

/** The values of the edit form, null when there is none. @param client the transaction that is about to write them */
export async function findCentreForEditor(
  _editor: Viewer,
  id: string,
  client: Transaction = db,
): Promise<EditedCentre | null> {
  return client.centre.findUnique({
    where: { id },
    select: { ...editedColumns, ...centreColumns, body: true, urlCheckedOn: true },
  });
}
