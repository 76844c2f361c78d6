import { db } from "#lib/platform/db";
import { lastNight, publish } from "#lib/statistics/rules";
import type { RawFigures } from "#lib/statistics/schema";

const ONLY = { id: 1 };

/** Once a night, by one of several workers; the first time at once. @returns whether it was counted now */
export async function publishFigures(count: () => Promise<RawFigures>, at: Date): Promise<boolean> {
  const kept = await db.publishedFigures.findUnique({ where: ONLY, select: { countedAt: true } });
  if (kept && kept.countedAt >= lastNight(at)) return false;
  const figures = publish(await count(), at);
  const data = { countedAt: at, figures };
  if (!kept)
    return (await db.publishedFigures.createMany({ data: [{ ...ONLY, ...data }], skipDuplicates: true })).count > 0;
  return (await db.publishedFigures.updateMany({ where: { ...ONLY, countedAt: kept.countedAt }, data })).count > 0;
}
