import type { Viewer } from "#lib/auth/editor";
import { db } from "#lib/platform/db";
import type { ListedRemark, PageVerdicts } from "#lib/remarks/schema";
import type { Prisma } from "#prisma/client";

const SHOWN = { waiting: 200, handled: 50, pages: 200 };

/** A mere yes or no asks nothing of anybody: it is counted. */
const asks: Prisma.RemarkWhereInput = {
  OR: [{ verdict: "fault" }, { text: { not: null } }, { email: { not: null } }],
};

const columns = {
  id: true,
  page: true,
  verdict: true,
  text: true,
  email: true,
  createdAt: true,
  handledAt: true,
  handledBy: { select: { name: true } },
} as const satisfies Prisma.RemarkSelect;

type Row = Prisma.RemarkGetPayload<{ select: typeof columns }>;

const listed = ({ handledAt, handledBy, ...row }: Row): ListedRemark => ({
  ...row,
  handled: handledAt && { at: handledAt, who: handledBy?.name ?? null },
});

export const countWaitingRemarks = (_editor: Viewer): Promise<number> =>
  db.remark.count({ where: { ...asks, handledAt: null } });

/** What waits, oldest first, and what was handled last. */
export async function listRemarks(_editor: Viewer): Promise<{ waiting: ListedRemark[]; handled: ListedRemark[] }> {
  const [waiting, handled] = await Promise.all([
    db.remark.findMany({
      where: { ...asks, handledAt: null },
      select: columns,
      orderBy: [{ createdAt: "asc" }, { id: "asc" }],
      take: SHOWN.waiting,
    }),
    db.remark.findMany({
      where: { handledAt: { not: null } },
      select: columns,
      orderBy: [{ handledAt: "desc" }, { id: "desc" }],
      take: SHOWN.handled,
    }),
  ]);
  return { waiting: waiting.map(listed), handled: handled.map(listed) };
}

/** How many readers said what of each page, those that helped least first. */
export const pageVerdicts = (_editor: Viewer): Promise<PageVerdicts[]> =>
  db.$queryRaw<PageVerdicts[]>`
    SELECT "page", count(*) FILTER (WHERE "verdict" = 'helpful')::int AS "helpful",
      count(*) FILTER (WHERE "verdict" = 'unhelpful')::int AS "unhelpful",
      count(*) FILTER (WHERE "verdict" = 'fault')::int AS "fault"
    FROM "Remark" GROUP BY "page"
    ORDER BY count(*) FILTER (WHERE "verdict" <> 'helpful') DESC, count(*) DESC, "page" NULLS FIRST LIMIT ${SHOWN.pages}`;

/** What somebody left with their address, for themselves. */
export const remarksOf = <S extends Prisma.RemarkSelect>(emailKey: string, select: S) =>
  db.remark.findMany({ where: { emailKey }, select, orderBy: { createdAt: "asc" } });
