import { db } from "#lib/platform/db";
import { type PublishedFigures, publishedFigures } from "#lib/statistics/schema";

/** What was counted last night. @returns null before the first time */
export async function findPublishedFigures(): Promise<PublishedFigures | null> {
  const row = await db.publishedFigures.findUnique({ where: { id: 1 }, select: { figures: true } });
  return row && publishedFigures.parse(row.figures);
}
