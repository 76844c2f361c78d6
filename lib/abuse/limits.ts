import { RateLimiterPrisma } from "rate-limiter-flexible";
import { networkName } from "#lib/abuse/address";
import { CHALLENGE_LIFE_MS, type Counts, WINDOWS } from "#lib/abuse/rules";
import { db } from "#lib/platform/db";

/**
 * Counters in the database, so that every process counts together.
 * The library reads the machine's clock to know when a row is spent. Ours decides instead: each key names its window,
 * cut out of the instant of the request, and a row outlives its window. The library only chooses when to delete it.
 */
const counter = (name: string, lifeMs: number, sweeps = false) =>
  new RateLimiterPrisma({
    storeClient: db,
    tableName: "rateLimiterFlexible",
    keyPrefix: name,
    points: Number.MAX_SAFE_INTEGER,
    duration: lifeMs / 1000,
    clearExpiredByTimeout: sweeps,
  });

const counters = {
  posts: counter("posts", WINDOWS.posts, true),
  suspicious: counter("suspicious", WINDOWS.suspicious),
  hourly: counter("hourly", WINDOWS.hourly),
};
const proofs = counter("proof", CHALLENGE_LIFE_MS);

const windowKey = (name: keyof Counts, address: string, at: Date) =>
  `${networkName(address, at)}:${Math.floor(at.getTime() / WINDOWS[name])}`;

const add = async (name: keyof Counts, address: string, at: Date): Promise<number> =>
  (await counters[name].penalty(windowKey(name, address, at))).consumedPoints;

const read = async (name: keyof Counts, address: string, at: Date): Promise<number> =>
  (await counters[name].get(windowKey(name, address, at)))?.consumedPoints ?? 0;

/** Counts a form that came from an address. @param suspicious whether it looks like a robot's */
export async function countForm(address: string, suspicious: boolean, at: Date): Promise<Counts> {
  const [posts, hourly, doubtful] = await Promise.all([
    add("posts", address, at),
    add("hourly", address, at),
    suspicious ? add("suspicious", address, at) : read("suspicious", address, at),
  ]);
  return { posts, hourly, suspicious: doubtful };
}

/** Counts a use of something. @returns how many times it was used within the life of a challenge, this one included */
export const countUse = async (name: string): Promise<number> => (await proofs.penalty(name)).consumedPoints;
