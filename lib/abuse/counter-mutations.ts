import { RateLimiterPrisma } from "rate-limiter-flexible";
import { db } from "#lib/platform/db";

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

export const windowOf = (name: string, lifeMs: number, at: Date): string =>
  `${name}:${Math.floor(at.getTime() / lifeMs)}`;
