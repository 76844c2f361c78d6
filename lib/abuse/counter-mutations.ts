import { RateLimiterPrisma } from "rate-limiter-flexible";
import { db } from "#lib/platform/db";
import { Prisma } from "#prisma/client";

/** For every process together. The library expires rows by the machine's clock: each key names its window instead. */
export const counter = (name: string, lifeMs: number, sweeps = false) =>
  new RateLimiterPrisma({
    storeClient: db,
    tableName: "rateLimiterFlexible",
    keyPrefix: name,
    points: Number.MAX_SAFE_INTEGER,
    duration: lifeMs / 1000,
    clearExpiredByTimeout: sweeps,
  });

type Addition = { name: string; key: string; points: number; lifeMs: number };

/** Adds to several by one statement; always in the same order, so that two forms of one address never wait for each other. */
export async function addToEach(additions: readonly Addition[], at: Date): Promise<Map<string, number>> {
  const rows = additions.map(
    ({ name, key, points, lifeMs }) =>
      Prisma.sql`(${`${name}:${key}`}, ${points}::int, ${new Date(at.getTime() + lifeMs)}::timestamptz)`,
  );
  const held = await db.$queryRaw<{ key: string; points: number }[]>`
    INSERT INTO "RateLimiterFlexible" AS held ("key", "points", "expire") VALUES ${Prisma.join(rows)}
    ON CONFLICT ("key") DO UPDATE SET "points" = held."points" + EXCLUDED."points" RETURNING "key", "points"`;
  return new Map(held.map(({ key, points }) => [key.slice(0, key.indexOf(":")), points]));
}

export const windowOf = (name: string, lifeMs: number, at: Date): string =>
  `${name}:${Math.floor(at.getTime() / lifeMs)}`;
