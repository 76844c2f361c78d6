import type { Viewer } from "#lib/auth/editor";
import type { HarvestSource } from "#lib/harvest/schema";
import { db } from "#lib/platform/db";

export const listSources = async (_editor: Viewer): Promise<HarvestSource[]> => {
  const [rows, pending] = await Promise.all([
    db.harvestSource.findMany({
      select: {
        id: true,
        url: true,
        kind: true,
        state: true,
        report: true,
        startedAt: true,
        endedAt: true,
        nextAt: true,
        centre: { select: { name: true } },
        _count: { select: { proposals: true } },
      },
      orderBy: [{ centre: { position: "asc" } }, { createdAt: "asc" }],
    }),
    db.harvestProposal.groupBy({ by: ["sourceId"], where: { status: "pending" }, _count: true }),
  ]);
  const waiting = new Map(pending.map(({ sourceId, _count }) => [sourceId, _count]));
  return rows.map(({ centre, _count, ...row }) => ({
    ...row,
    centre: centre.name,
    total: _count.proposals,
    pending: waiting.get(row.id) ?? 0,
  }));
};

/** Sources whose passage is due. */
export const dueSources = async (at: Date): Promise<string[]> =>
  (await db.harvestSource.findMany({ where: { nextAt: { lte: at } }, select: { id: true } })).map(({ id }) => id);
