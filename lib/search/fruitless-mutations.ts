import { dayInParis } from "#lib/platform/dates";
import { db } from "#lib/platform/db";
import { folded } from "#lib/platform/letters";
import { log } from "#lib/platform/log";

const LONGEST = 60;
/** An address, or a number by which somebody could be known. */
const TELLS_SOMEBODY = /@|\d{6,}|(\d\d[ .-]?){4}/;
const KEPT_DAYS = 400;

/** Counts words that found nothing, by day, and nobody with them. A fault never takes the page away. */
export async function countFruitless(typed: string, at: Date): Promise<void> {
  const words = folded(typed).replace(/\s+/gu, " ").trim();
  if (!words || words.length > LONGEST || TELLS_SOMEBODY.test(words)) return;
  const day = dayInParis(at);
  try {
    await db.$executeRaw`
      INSERT INTO "FruitlessSearch" ("day", "words") VALUES (${day}::date, ${words})
      ON CONFLICT ("day", "words") DO UPDATE SET "count" = "FruitlessSearch"."count" + 1`;
    await db.$executeRaw`DELETE FROM "FruitlessSearch" WHERE "day" < ${day}::date - ${KEPT_DAYS}::int`;
  } catch (error) {
    log().warn({ err: error }, "a search without answer was not counted");
  }
}
