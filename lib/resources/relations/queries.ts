import { needReference } from "#lib/needs/queries";
import { db } from "#lib/platform/db";
import { visibleAt } from "#lib/publication/rules";
import { type Relation, slugAt } from "#lib/resources/relations/schema";
import type { Prisma } from "#prisma/client";

const RELATED = { slug: true, title: true } as const;

/** What a document says of its ties, in the order typed, then what the others say: those that the public may see. */
export const relationColumns = (at: Date) =>
  ({
    relations: {
      where: { related: visibleAt(at) },
      orderBy: { position: "asc" },
      select: { type: true, related: { select: RELATED } },
    },
    relatedBy: {
      where: { resource: visibleAt(at) },
      orderBy: [{ type: "asc" }, { resource: { title: "asc" } }, { resourceId: "asc" }],
      select: { type: true, resource: { select: RELATED } },
    },
  }) as const satisfies Prisma.ResourceSelect;

type Row = Prisma.ResourceGetPayload<{ select: ReturnType<typeof relationColumns> }>;

export const relationsOf = ({ relations, relatedBy }: Row): Relation[] => [
  ...relations.map(({ type, related }) => ({ type, side: "own" as const, ...related })),
  ...relatedBy.map(({ type, resource }) => ({ type, side: "other" as const, ...resource })),
];

/** Among addresses of documents, those that lead to none, not even to a draft. */
export async function unknownDocuments(addresses: readonly string[]): Promise<string[]> {
  const rows = await db.resource.findMany({ where: { slug: { in: addresses.map(slugAt) } }, select: { slug: true } });
  const known = new Set(rows.map(({ slug }) => slug));
  return addresses.filter((address) => !known.has(slugAt(address)));
}

/** The needs and centres of a document that the public may see, in their order. */
export const tieColumns = (at: Date) =>
  ({
    needs: {
      where: { need: visibleAt(at) },
      orderBy: { need: { position: "asc" } },
      select: { need: { select: needReference } },
    },
    centres: {
      where: { centre: visibleAt(at) },
      orderBy: { centre: { position: "asc" } },
      select: { centre: { select: { slug: true, name: true } } },
    },
  }) as const satisfies Prisma.ResourceSelect;
