import type { Viewer } from "#lib/auth/editor";
import type { FormValues } from "#lib/forms/state";
import { db } from "#lib/platform/db";
import type { HistoryQuery, Revision } from "#lib/revisions/schema";
import type { Prisma } from "#prisma/client";

const columns = {
  id: true,
  version: true,
  state: true,
  title: true,
  values: true,
  auto: true,
  at: true,
  author: { select: { name: true } },
} as const satisfies Prisma.RevisionSelect;

type Row = Prisma.RevisionGetPayload<{ select: typeof columns }>;

const presented = ({ author, values, ...row }: Row): Revision => ({
  ...row,
  values: values as FormValues,
  author: author?.name ?? null,
});

/** What was last written of an item, published or not. */
export async function findLatestRevision(_editor: Viewer, noun: string, itemId: string): Promise<Revision | null> {
  const row = await db.revision.findFirst({ where: { noun, itemId }, orderBy: { version: "desc" }, select: columns });
  return row && presented(row);
}

/** What is being written of an item and its public page does not show. */
export async function findWorkingCopy(_editor: Viewer, noun: string, itemId: string): Promise<Revision | null> {
  const row = await db.revision.findFirst({ where: { noun, itemId, state: "working" }, select: columns });
  return row && presented(row);
}

/** What the working copies of some items hold, of those that have one. */
export async function listWorkingCopies(
  _editor: Viewer,
  noun: string,
  itemIds: readonly string[],
): Promise<(readonly [string, FormValues])[]> {
  const rows = await db.revision.findMany({
    where: { noun, itemId: { in: [...itemIds] }, state: "working" },
    select: { itemId: true, values: true },
  });
  return rows.map(({ itemId, values }) => [itemId, values as FormValues] as const);
}

/** A version of an item; null when it has no such one. */
export async function findRevision(
  _editor: Viewer,
  noun: string,
  itemId: string,
  version: number,
): Promise<Revision | null> {
  const row = await db.revision.findFirst({ where: { noun, itemId, version }, select: columns });
  return row && presented(row);
}

const PAGE_SIZE = 50;

/**
 * The history of an item, newest first. A page past the end is the last one.
 * @returns `shown` the version that was asked for, `before` the one that it follows
 */
export async function listRevisions(editor: Viewer, noun: string, itemId: string, query: HistoryQuery) {
  const where = { noun, itemId };
  const total = await db.revision.count({ where });
  const pageCount = Math.max(1, Math.ceil(total / PAGE_SIZE));
  const page = Math.min(query.page, pageCount);
  const { values: _values, ...light } = columns;
  const rows = await db.revision.findMany({
    where,
    orderBy: { version: "desc" },
    skip: (page - 1) * PAGE_SIZE,
    take: PAGE_SIZE,
    select: light,
  });
  const shown = query.version ? await findRevision(editor, noun, itemId, query.version) : null;
  const before =
    shown &&
    (await db.revision.findFirst({
      where: { ...where, version: { lt: shown.version } },
      orderBy: { version: "desc" },
      select: columns,
    }));
  return {
    revisions: rows.map(({ author, ...row }) => ({ ...row, author: author?.name ?? null })),
    shown,
    before: before && presented(before),
    total,
    page,
    pageCount,
  };
}
