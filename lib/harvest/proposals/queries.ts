import type { Viewer } from "#lib/auth/editor";
import { addressKey } from "#lib/crawl/address";
import {
  type Likeness,
  PROPOSALS_PER_PAGE,
  type Proposal,
  type ProposalList,
  type ProposalQuery,
} from "#lib/harvest/proposals/schema";
import { db } from "#lib/platform/db";
import { literally } from "#lib/platform/text";
import type { Prisma } from "#prisma/client";

const IN_LIST: Record<ProposalList, Prisma.HarvestProposalWhereInput> = {
  "a-trier": { status: "pending" },
  acceptees: { status: "accepted" },
  modifiees: { status: "accepted", changedAt: { not: null } },
  refusees: { status: "refused" },
};

/** Two titles whose trigrams are so much the same are told to be alike. */
const ALIKE = 0.6;

type Named = { id: string; url: string; title: string };

/** Resources that lead to the same page, whatever the spelling of its address. */
async function byAddress(proposals: readonly Named[]): Promise<Map<string, Likeness>> {
  const keys = new Map(proposals.map(({ id, url }) => [addressKey(url), id]));
  const hosts = [...new Set(proposals.map(({ url }) => new URL(url).hostname.replace(/^www\./, "")))];
  const links = await db.resourceLink.findMany({
    where: { OR: hosts.map((host) => ({ url: { contains: literally(host), mode: "insensitive" } })) },
    select: { url: true, resource: { select: { id: true, title: true } } },
  });
  return new Map(
    links.flatMap(({ url, resource }): [string, Likeness][] => {
      const id = URL.canParse(url) ? keys.get(addressKey(url)) : undefined;
      return id ? [[id, { kind: "resource", ...resource, by: "address" }]] : [];
    }),
  );
}

type Alike = { proposalId: string; kind: Likeness["kind"]; id: string; title: string };

/** The resource and the other proposal whose titles are nearest, where they are near. */
const byTitle = (proposals: readonly Named[]) => db.$queryRaw<Alike[]>`
  SELECT p."id" AS "proposalId", near.* FROM "HarvestProposal" p
  CROSS JOIN LATERAL (
    (SELECT 'resource' AS "kind", r."id", r."title" FROM "Resource" r
      WHERE search_spelling(r."title") % search_spelling(p."title")
        AND similarity(search_spelling(r."title"), search_spelling(p."title")) >= ${ALIKE}
        AND r."id" IS DISTINCT FROM p."resourceId"
      ORDER BY similarity(search_spelling(r."title"), search_spelling(p."title")) DESC, r."id" LIMIT 1)
    UNION ALL
    (SELECT 'proposal', o."id", o."title" FROM "HarvestProposal" o
      WHERE search_spelling(o."title") % search_spelling(p."title")
        AND similarity(search_spelling(o."title"), search_spelling(p."title")) >= ${ALIKE}
        AND o."id" <> p."id" AND o."status" <> 'refused' AND o."resourceId" IS NULL
      ORDER BY similarity(search_spelling(o."title"), search_spelling(p."title")) DESC, o."id" LIMIT 1)
  ) near
  WHERE p."id"::text = ANY(${proposals.map(({ id }) => id)})`;

/** What each proposal may well be already: the page itself first. */
async function likenessesOf(proposals: readonly Named[]): Promise<Map<string, Likeness[]>> {
  if (!proposals.length) return new Map();
  const [same, near] = await Promise.all([byAddress(proposals), byTitle(proposals)]);
  return new Map(
    proposals.map(({ id }) => {
      const first = same.get(id);
      const others = near
        .filter(({ proposalId, id: other }) => proposalId === id && other !== first?.id)
        .map(({ proposalId: _own, ...alike }): Likeness => ({ ...alike, by: "title" }));
      return [id, [...(first ? [first] : []), ...others]];
    }),
  );
}

export type ProposalPage = {
  items: Proposal[];
  total: number;
  page: number;
  pageCount: number;
  counts: Record<ProposalList, number>;
};

const columns = {
  id: true,
  url: true,
  title: true,
  summary: true,
  author: true,
  language: true,
  type: true,
  publishedAt: true,
  foundAt: true,
  status: true,
  resourceId: true,
  changedAt: true,
  source: { select: { url: true, centre: { select: { name: true } } } },
} as const satisfies Prisma.HarvestProposalSelect;

/** The queue, last met first; the likenesses only of what is still to be sorted. */
export async function listProposals(_editor: Viewer, query: ProposalQuery): Promise<ProposalPage> {
  const { etat, source: sourceId, type, q } = query;
  const filter: Prisma.HarvestProposalWhereInput = {
    ...(sourceId && { sourceId }),
    ...(type && { type }),
    ...(q && { title: { contains: literally(q), mode: "insensitive" } }),
  };
  const count = (list: ProposalList) => db.harvestProposal.count({ where: { ...filter, ...IN_LIST[list] } });
  const [pending, accepted, changed, refused] = await Promise.all([
    count("a-trier"),
    count("acceptees"),
    count("modifiees"),
    count("refusees"),
  ]);
  const counts = { "a-trier": pending, acceptees: accepted, modifiees: changed, refusees: refused };
  const total = counts[etat];
  const pageCount = Math.max(1, Math.ceil(total / PROPOSALS_PER_PAGE));
  const page = Math.min(query.page, pageCount);
  const rows = await db.harvestProposal.findMany({
    where: { ...filter, ...IN_LIST[etat] },
    select: columns,
    orderBy: [{ foundAt: "desc" }, { publishedAt: { sort: "desc", nulls: "last" } }, { id: "asc" }],
    skip: (page - 1) * PROPOSALS_PER_PAGE,
    take: PROPOSALS_PER_PAGE,
  });
  const likenesses = await likenessesOf(etat === "a-trier" ? rows : []);
  const items = rows.map(({ source, ...row }) => ({
    ...row,
    centre: source.centre.name,
    site: new URL(source.url).hostname,
    likenesses: likenesses.get(row.id) ?? [],
  }));
  return { items, total, page, pageCount, counts };
}

export const countPendingProposals = (_editor: Viewer): Promise<number> =>
  db.harvestProposal.count({ where: IN_LIST["a-trier"] });
