import type { Viewer } from "#lib/auth/editor";
import { db } from "#lib/platform/db";
import { visibleSql } from "#lib/publication/visibility";
import type { Coverage } from "#lib/ties/coverage/schema";

type Count = { needId: string; centreId: string; documents: number };

/** Needs by centres, but for those that were withdrawn: how many documents online each pair has, and why the one answers the other. */
export async function findCoverage(_editor: Viewer, at: Date): Promise<Coverage> {
  const kept = { withdrawnAt: null };
  const [centres, needs, counts] = await Promise.all([
    db.centre.findMany({
      where: kept,
      select: { id: true, name: true },
      orderBy: [{ position: "asc" }, { slug: "asc" }],
    }),
    db.need.findMany({
      where: kept,
      select: { id: true, title: true, centres: { select: { centreId: true, reason: true, confidence: true } } },
      orderBy: [{ position: "asc" }, { slug: "asc" }],
    }),
    db.$queryRaw<Count[]>`
      SELECT n."needId", c."centreId", count(*)::int AS "documents"
      FROM "ResourceNeed" n JOIN "ResourceCentre" c USING ("resourceId") JOIN "Resource" r ON r."id" = n."resourceId"
      WHERE ${visibleSql(at, "r")} GROUP BY 1, 2`,
  ]);
  const documents = new Map(counts.map((row) => [`${row.needId} ${row.centreId}`, row.documents]));
  return {
    centres,
    needs: needs.map(({ id, title, centres: answers }) => ({
      id,
      title,
      cells: centres.map(({ id: centreId }) => {
        const answer = answers.find((one) => one.centreId === centreId);
        return {
          centreId,
          documents: documents.get(`${id} ${centreId}`) ?? 0,
          reason: answer?.reason ?? null,
          doubtful: answer?.confidence === "to_confirm",
        };
      }),
    })),
  };
}
