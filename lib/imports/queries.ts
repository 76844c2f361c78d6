import type { Viewer } from "#lib/auth/editor";
import {
  type Counts,
  type ImportSummary,
  KEPT_DAYS,
  LINES_PER_PAGE,
  type Mapping,
  type OpenImport,
  type ReportLine,
  type ReportQuery,
} from "#lib/imports/schema";
import { db } from "#lib/platform/db";
import type { Prisma } from "#prisma/client";

const summary = {
  id: true,
  name: true,
  state: true,
  total: true,
  read: true,
  fault: true,
  at: true,
  endedAt: true,
  author: { select: { name: true } },
} as const satisfies Prisma.ResourceImportSelect;

const summed = <R extends { author: { name: string } | null }>({ author, ...row }: R) => ({
  ...row,
  author: author?.name ?? null,
});

const DAY_MS = 86_400_000;
export const keptSince = (at: Date): Date => new Date(at.getTime() - KEPT_DAYS * DAY_MS);

/** The imports that may still be read again, the latest first. */
export async function listImports(_viewer: Viewer, at: Date): Promise<ImportSummary[]> {
  const where = { at: { gt: keptSince(at) } };
  const rows = await db.resourceImport.findMany({ where, orderBy: [{ at: "desc" }, { id: "desc" }], select: summary });
  return rows.map(summed);
}

async function countsOf(importId: string): Promise<Counts> {
  const rows = await db.resourceImportLine.groupBy({
    by: ["outcome", "acted", "undone"],
    where: { importId },
    _count: true,
  });
  const counts: Counts = { make: 0, change: 0, same: 0, refused: 0, acted: 0, left: 0 };
  for (const { outcome, acted, undone, _count: count } of rows) {
    counts[outcome] += count;
    if (acted && undone !== true && outcome !== "refused") counts.acted += count;
    if (undone === false) counts.left += count;
  }
  return counts;
}

export async function findImport(_viewer: Viewer, id: string): Promise<OpenImport | null> {
  const row = await db.resourceImport.findUnique({
    where: { id },
    select: { ...summary, headers: true, mapping: true },
  });
  return row && { ...summed(row), mapping: row.mapping as Mapping, counts: await countsOf(id) };
}

/** What its table holds. */
export const findImportText = (id: string): Promise<{ text: string; headers: string[]; mapping: unknown } | null> =>
  db.resourceImport.findUnique({ where: { id }, select: { text: true, headers: true, mapping: true } });

/** What is being done of it, and how far it is. */
export const findStep = (id: string) =>
  db.resourceImport.findUnique({ where: { id }, select: { state: true, read: true } });

const reported = {
  number: true,
  key: true,
  title: true,
  outcome: true,
  words: true,
  itemId: true,
  acted: true,
  undone: true,
} as const satisfies Prisma.ResourceImportLineSelect;

/** The lines of a report, in the order of the table. @param query absent, all of them */
export function listLines(_viewer: Viewer, importId: string, query?: ReportQuery): Promise<ReportLine[]> {
  return db.resourceImportLine.findMany({
    where: { importId, ...(query?.lignes && { outcome: query.lignes }) },
    orderBy: { number: "asc" },
    select: reported,
    ...(query && { skip: (query.page - 1) * LINES_PER_PAGE, take: LINES_PER_PAGE }),
  });
}

/** How a table with the same headings was read before; null when none was. */
export async function findKnownMapping(headers: string[]): Promise<Mapping | null> {
  const row = await db.resourceImport.findFirst({
    where: { headers: { equals: headers }, state: { not: "mapping" } },
    orderBy: { at: "desc" },
    select: { mapping: true },
  });
  return row && (row.mapping as Mapping);
}

/** What identifiers mean until now. */
export async function itemsByKey(keys: string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await db.externalId.findMany({ where: { key: { in: keys } } });
  return new Map(rows.map(({ key, itemId }) => [key, itemId]));
}

/** The next lines that wait to be done, or undone. */
export const nextLines = (importId: string, step: "run" | "undo", take: number) =>
  db.resourceImportLine.findMany({
    where: {
      importId,
      outcome: { in: ["make", "change"] },
      ...(step === "run" ? { acted: false } : { acted: true, undone: null }),
    },
    orderBy: { number: "asc" },
    take,
  });

/** Whether what was last written of an item comes from an import. */
export async function isLastBy(itemId: string, importId: string): Promise<boolean> {
  const last = await db.revision.findFirst({
    where: { noun: "resource", itemId },
    orderBy: { version: "desc" },
    select: { pen: true },
  });
  return last?.pen === importId;
}
