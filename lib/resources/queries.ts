import type { Editor } from "#lib/auth/editor";
import { editedColumns, editorialState } from "#lib/editorial/queries";
import { visibleAt } from "#lib/editorial/rules";
import type { EditorialState } from "#lib/editorial/schema";
import { needReference } from "#lib/needs/queries";
import { db, type Transaction } from "#lib/platform/db";
import type {
  EditedResource,
  ResourceDetail,
  ResourceQuery,
  ResourceSearch,
  ResourceSummary,
} from "#lib/resources/schema";
import type { Prisma } from "#prisma/client";

const ownColumns = {
  slug: true,
  title: true,
  type: true,
  summary: true,
  year: true,
  dateLabel: true,
  publisher: true,
  partners: true,
  audiences: true,
  language: true,
  pages: true,
  durationMinutes: true,
  confidence: true,
} as const satisfies Prisma.ResourceSelect;

const detailColumns = {
  body: true,
  authors: true,
  licence: true,
  phases: true,
  sdgs: true,
  links: { select: { label: true, url: true }, orderBy: { position: "asc" } },
} as const satisfies Prisma.ResourceSelect;

const summaryColumns = (at: Date) =>
  ({
    ...ownColumns,
    needs: {
      where: { need: visibleAt(at) },
      orderBy: { need: { position: "asc" } },
      select: { need: { select: needReference } },
    },
  }) as const satisfies Prisma.ResourceSelect;

type SummaryRow = Prisma.ResourceGetPayload<{ select: ReturnType<typeof summaryColumns> }>;

const presented = <Row extends SummaryRow>({ needs, ...resource }: Row) => ({
  ...resource,
  needs: needs.map(({ need }) => need),
});

const NEWEST_WORK = [
  { year: { sort: "desc", nulls: "last" } },
  { title: "asc" },
  { slug: "asc" },
] satisfies Prisma.ResourceOrderByWithRelationInput[];

async function summaries(
  at: Date,
  where: Prisma.ResourceWhereInput,
  orderBy: Prisma.ResourceOrderByWithRelationInput[],
  take?: number,
): Promise<ResourceSummary[]> {
  const rows = await db.resource.findMany({
    where: { ...where, ...visibleAt(at) },
    select: summaryColumns(at),
    orderBy,
    ...(take !== undefined && { take }),
  });
  return rows.map((row) => presented(row));
}

/** The visible resources that came last to the portal. @param at the present instant */
export const latestResources = (at: Date, limit: number): Promise<ResourceSummary[]> =>
  summaries(at, {}, [{ publishedAt: "desc" }, ...NEWEST_WORK], limit);

/** The visible resources of a need, newest work first. @param at the present instant */
export const resourcesOfNeed = (slug: string, at: Date, limit: number): Promise<ResourceSummary[]> =>
  summaries(at, { needs: { some: { need: { slug } } } }, NEWEST_WORK, limit);

/** The visible resources of a centre, newest work first. @param at the present instant */
export const resourcesOfCentre = (slug: string, at: Date, limit: number): Promise<ResourceSummary[]> =>
  summaries(at, { centres: { some: { centre: { slug } } } }, NEWEST_WORK, limit);

/** @param at the present instant @returns null when the public may not see it */
export async function findResource(slug: string, at: Date): Promise<ResourceDetail | null> {
  const row = await db.resource.findFirst({
    where: { slug, ...visibleAt(at) },
    select: {
      ...summaryColumns(at),
      ...detailColumns,
      centres: {
        where: { centre: visibleAt(at) },
        orderBy: { centre: { position: "asc" } },
        select: { centre: { select: { slug: true, name: true } } },
      },
      source: true,
      publishedAt: true,
      updatedAt: true,
    },
  });
  if (!row?.publishedAt) return null;
  const { publishedAt, centres } = row;
  return { ...presented(row), publishedAt, centres: centres.map(({ centre }) => centre) };
}

/**
 * Full-text search with facets.
 * @param at the present instant
 */
export async function searchResources(at: Date, query: ResourceQuery): Promise<ResourceSearch> {
  const items = await summaries(at, query.q ? { title: { contains: query.q } } : {}, NEWEST_WORK);
  return { items, total: items.length, page: 1, pageCount: 1, facets: [], nearby: [] };
}

/** Every resource, last touched first, for its list in the back office. */
export async function listResourcesForEditor(
  _editor: Editor,
): Promise<(EditorialState & Pick<ResourceSummary, "title" | "type" | "year">)[]> {
  return db.resource.findMany({
    select: { ...editorialState, title: true, type: true, year: true },
    orderBy: [{ updatedAt: "desc" }, { slug: "asc" }],
  });
}

/** The values of a resource as its edit form reads them. @param client the transaction that is about to write them */
export async function findEditedResource(client: Transaction, id: string): Promise<EditedResource | null> {
  const row = await client.resource.findUnique({
    where: { id },
    select: {
      ...editedColumns,
      ...ownColumns,
      ...detailColumns,
      needs: { select: { needId: true }, orderBy: { needId: "asc" } },
      centres: { select: { centreId: true }, orderBy: { centreId: "asc" } },
    },
  });
  if (!row) return null;
  const { needs, centres, ...values } = row;
  return {
    ...values,
    needIds: needs.map(({ needId }) => needId),
    centreIds: centres.map(({ centreId }) => centreId),
  };
}

/** The values of the edit form. @returns null when there is no such resource */
export const findResourceForEditor = (_editor: Editor, id: string): Promise<EditedResource | null> =>
  findEditedResource(db, id);
