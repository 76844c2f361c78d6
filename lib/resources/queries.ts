import type { Viewer } from "#lib/auth/editor";
import { db, type Transaction } from "#lib/platform/db";
import { inFrenchOrder } from "#lib/platform/text";
import { editedColumns } from "#lib/publication/columns";
import { visibleAt } from "#lib/publication/rules";
import { visibleSql } from "#lib/publication/visibility";
import { linkColumns, openColumns, openLink } from "#lib/resources/links/queries";
import { relationColumns, relationsOf, tieColumns } from "#lib/resources/relations/queries";
import { addressOf } from "#lib/resources/relations/schema";
import { type FacetNames, namedFacets } from "#lib/resources/rules";
import type {
  EditedResource,
  ResourceDetail,
  ResourceQuery,
  ResourceSearch,
  ResourceSummary,
} from "#lib/resources/schema";
import { findMatches, type Tied } from "#lib/resources/search/queries";
import { Prisma } from "#prisma/client";

/** What a card shows: lists are long, and their columns are paid for in each search. */
const cardColumns = {
  slug: true,
  title: true,
  type: true,
  summary: true,
  year: true,
  dateLabel: true,
  language: true,
  pages: true,
  durationMinutes: true,
  confidence: true,
} as const satisfies Prisma.ResourceSelect;

const detailColumns = {
  publisher: true,
  partners: true,
  audiences: true,
  body: true,
  authors: true,
  licence: true,
  phases: true,
  sdgs: true,
  territories: true,
  links: { select: linkColumns, orderBy: { position: "asc" } },
} as const satisfies Prisma.ResourceSelect;

const summaryColumns = {
  ...cardColumns,
  _count: { select: { links: true } },
  needs: { select: { need: { select: { position: true } } }, orderBy: { need: { position: "asc" } }, take: 1 },
} as const satisfies Prisma.ResourceSelect;

type SummaryRow = Prisma.ResourceGetPayload<{ select: typeof summaryColumns }>;

const presented = <Row extends SummaryRow>({ _count, needs, ...resource }: Row) => ({
  ...resource,
  firstNeed: needs[0]?.need.position ?? null,
  readable: _count.links > 0 || resource.confidence === "own_words",
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
    select: summaryColumns,
    orderBy,
    ...(take !== undefined && { take }),
  });
  return rows.map((row) => presented(row));
}

/** The visible resources that came last to the portal. */
export const latestResources = (at: Date, limit: number): Promise<ResourceSummary[]> =>
  summaries(at, {}, [{ publishedAt: "desc" }, ...NEWEST_WORK], limit);

/** Those that are chosen by hand, in their order; what came last when none of them is visible. */
export async function startingResources(at: Date, slugs: readonly string[]): Promise<ResourceSummary[]> {
  const chosen = await summaries(at, { slug: { in: [...slugs] } }, NEWEST_WORK, slugs.length);
  if (chosen.length === 0) return latestResources(at, slugs.length);
  return chosen.toSorted((a, b) => slugs.indexOf(a.slug) - slugs.indexOf(b.slug));
}

const NEED = Prisma.sql`"ResourceNeed" t JOIN "Need" n ON n."id" = t."needId"`;
const CENTRE = Prisma.sql`"ResourceCentre" t JOIN "Centre" n ON n."id" = t."centreId"`;

async function inReadingOrder(tied: Prisma.Sql, slug: string, at: Date, limit: number): Promise<ResourceSummary[]> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT r."id" FROM ${tied} JOIN "Resource" r ON r."id" = t."resourceId"
    WHERE n."slug" = ${slug} AND ${visibleSql(at, "r")}
    ORDER BY t."first" DESC,
      (r."confidence" = 'own_words' OR EXISTS (SELECT FROM "ResourceLink" l WHERE l."resourceId" = r."id")) DESC,
      r."year" DESC NULLS LAST, r."title", r."slug"
    LIMIT ${limit}`;
  const found = await summariesOf(
    rows.map(({ id }) => id),
    at,
  );
  return rows.flatMap(({ id }) => found.get(id) ?? []);
}

/** The visible resources of a need: those to begin with, those that open, newest work. */
export const resourcesOfNeed = (slug: string, at: Date, limit: number): Promise<ResourceSummary[]> =>
  inReadingOrder(NEED, slug, at, limit);

/** The visible resources of a centre, in the same order. */
export const resourcesOfCentre = (slug: string, at: Date, limit: number): Promise<ResourceSummary[]> =>
  inReadingOrder(CENTRE, slug, at, limit);

/** A document that bears one of some names, as its publisher or as a partner. */
export const signedBy = (labels: readonly string[]): Prisma.ResourceWhereInput => ({
  OR: [{ publisher: { in: [...labels] } }, { partners: { hasSome: [...labels] } }],
});

/** The visible resources that bear one of some names, newest work first. */
export const resourcesSignedBy = (labels: readonly string[], at: Date): Promise<ResourceSummary[]> =>
  summaries(at, signedBy(labels), NEWEST_WORK);

/** @returns null when the public may not see it */
export async function findResource(slug: string, at: Date, of: object = visibleAt(at)): Promise<ResourceDetail | null> {
  const row = await db.resource.findFirst({
    where: { slug, ...of },
    select: {
      ...summaryColumns,
      ...detailColumns,
      links: { select: openColumns, orderBy: { position: "asc" } },
      ...tieColumns(at),
      ...relationColumns(at),
      source: true,
      publishedAt: true,
      updatedAt: true,
    },
  });
  if (!row?.publishedAt) return null;
  const { publishedAt, centres, links, relations, relatedBy, ...own } = row;
  return {
    ...presented(own),
    links: links.map(openLink),
    publishedAt,
    needs: own.needs.map(({ need }) => need),
    centres: centres.map(({ centre }) => centre),
    relations: relationsOf({ relations, relatedBy }),
  };
}

/** The needs and centres that the public may see, named and identified: what else an address names is unknown. */
async function choicesTied(at: Date): Promise<{ names: FacetNames; tied: Tied }> {
  const rows = await db.$queryRaw<{ facet: keyof Tied; id: string; slug: string; name: string }[]>`
    SELECT 'besoin' AS "facet", n."id", n."slug", n."title" AS "name", n."position" FROM "Need" n WHERE ${visibleSql(at, "n")}
    UNION ALL
    SELECT 'centre', c."id", c."slug", c."name", NULL FROM "Centre" c
    WHERE ${visibleSql(at, "c")} AND (c."url" IS NOT NULL OR c."confidence" <> 'to_confirm')
    ORDER BY "position", "slug"`;
  const of = (wanted: keyof Tied) => rows.filter(({ facet }) => facet === wanted);
  const needs = of("besoin");
  const centres = inFrenchOrder(of("centre"), ({ name }) => name);
  return {
    names: {
      besoin: new Map(needs.map(({ slug, name }) => [slug, name])),
      centre: new Map(centres.map(({ slug, name }) => [slug, name])),
    },
    tied: {
      besoin: new Map(needs.map(({ slug, id }) => [slug, id])),
      centre: new Map(centres.map(({ slug, id }) => [slug, id])),
    },
  };
}

async function summariesOf(ids: readonly string[], at: Date): Promise<ReadonlyMap<string, ResourceSummary>> {
  if (ids.length === 0) return new Map();
  const rows = await db.resource.findMany({
    where: { id: { in: [...ids] }, ...visibleAt(at) },
    select: { id: true, ...summaryColumns },
  });
  return new Map(rows.map(({ id, ...row }) => [id, presented(row)]));
}

/**
 * Full-text search with facets (see lib/search): every word must be found, in any of its forms; choices in one facet add up,
 * choices in two facets cross. A need or a centre that the public may not see is not a choice.
 * @returns the page asked for, or the last one; what is near when almost nothing answers
 */
export async function searchResources(at: Date, query: ResourceQuery): Promise<ResourceSearch> {
  const { names, tied } = await choicesTied(at);
  const validQuery = {
    ...query,
    besoin: query.besoin.filter((slug) => names.besoin.has(slug)),
    centre: query.centre.filter((slug) => names.centre.has(slug)),
  };
  const { ids, nearbyIds, counts, ...found } = await findMatches(at, validQuery, tied);
  const summaries = await summariesOf([...ids, ...nearbyIds], at);
  const among = (wanted: readonly string[]) => wanted.flatMap((id) => summaries.get(id) ?? []);
  return { ...found, items: among(ids), nearby: among(nearbyIds), facets: namedFacets(counts, validQuery, names) };
}

/** Every document, to choose one of them. */
export const listResourceChoices = (_editor: Viewer): Promise<{ id: string; title: string }[]> =>
  db.resource.findMany({ select: { id: true, title: true }, orderBy: { title: "asc" } });

export const listResourcesForEditor = (
  _editor: Viewer,
  ids: readonly string[],
): Promise<Pick<ResourceSummary & { id: string }, "id" | "type" | "year">[]> =>
  db.resource.findMany({ where: { id: { in: [...ids] } }, select: { id: true, type: true, year: true } });

/** The values of the edit form, null when there is none. @param client the transaction that is about to write them */
export async function findResourceForEditor(
  _editor: Viewer,
  id: string,
  client: Transaction = db,
): Promise<EditedResource | null> {
  const row = await client.resource.findUnique({
    where: { id },
    select: {
      ...editedColumns,
      ...cardColumns,
      ...detailColumns,
      needs: { select: { needId: true, first: true }, orderBy: { needId: "asc" } },
      centres: { select: { centreId: true, first: true }, orderBy: { centreId: "asc" } },
      relations: { select: { type: true, related: { select: { slug: true } } }, orderBy: { position: "asc" } },
    },
  });
  if (!row) return null;
  const { needs, centres, relations, ...values } = row;
  return {
    ...values,
    relations: relations.map(({ type, related }) => ({ type, address: addressOf(related.slug) })),
    needIds: needs.map(({ needId }) => needId),
    firstForNeedIds: needs.flatMap(({ needId, first }) => (first ? [needId] : [])),
    centreIds: centres.map(({ centreId }) => centreId),
    firstForCentreIds: centres.flatMap(({ centreId, first }) => (first ? [centreId] : [])),
  };
}
