import { setTimeout as wait } from "node:timers/promises";
import { apart, shared } from "#lib/platform/apart";

const ANSWER_LIMIT_MS = 1_000;
/** How long a page is waited for before asking whether the database still answers. */
export const PATIENCE_MS = 2_000;

/** The passing of time, in milliseconds. */
export type Pace = { elapsed(): number; wait(ms: number): Promise<unknown> };
export const REAL_PACE: Pace = {
  elapsed: () => performance.now(),
  wait: (ms) => wait(ms, null, { ref: false }),
};

export type Outage = {
  /** Whether nothing is heard of the database, and it does not answer either. */
  isAway(): Promise<boolean>;
  /** @throws Error once the database is away: what it was asked may never be answered */
  unlessAway<T extends object>(flying: Promise<T>): Promise<T>;
};

const doesAnswer = shared(() =>
  apart(ANSWER_LIMIT_MS, (ask) => ask`SELECT 1`).then(
    () => true,
    () => false,
  ),
);

/** @param isHeard whether every change is heard, for which the database must answer */
export function createOutage(isHeard: () => boolean, pace: Pace): Outage {
  const isAway = async () => !isHeard() && !(await doesAnswer());
  async function unlessAway<T extends object>(flying: Promise<T>): Promise<T> {
    for (;;) {
      const landed = await Promise.race([flying, pace.wait(PATIENCE_MS).then(() => null)]);
      if (landed) return landed;
      if (await isAway()) throw new Error("the database does not answer");
    }
  }
  return { isAway, unlessAway };
}
