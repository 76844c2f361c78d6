/** Nobody reads and fills a form in less. */
const MINIMUM_FILL_MS = 1_500;

/** How long counters run, in milliseconds. */
export const WINDOWS = { posts: 10 * 60_000, suspicious: 10 * 60_000, hourly: 60 * 60_000 } as const;

/** A school has one address for everyone: a class that registers together must notice nothing. */
const PROOF_AFTER = { posts: 60, suspicious: 10 } as const;
const REFUSED_AFTER = { hourly: 300 } as const;

/** A proof is also given by waiting, for those who have no script. */
export const WAIT_MS = 20_000;
export const CHALLENGE_LIFE_MS = 60 * 60_000;

export type Counts = Record<keyof typeof WINDOWS, number>;

export const isHoneypotFilled = (posted: string | string[] | undefined): boolean => [posted ?? ""].flat().some(Boolean);

/** Whether a form came back sooner than a person fills it. Such a form is counted, never refused by itself. */
export const isTooQuick = (issuedAt: Date | null, at: Date): boolean =>
  issuedAt === null || at.getTime() - issuedAt.getTime() < MINIMUM_FILL_MS;

export function riskOf({ posts, suspicious, hourly }: Counts): "pass" | "challenge" | "refuse" {
  if (hourly > REFUSED_AFTER.hourly) return "refuse";
  return posts > PROOF_AFTER.posts || suspicious > PROOF_AFTER.suspicious ? "challenge" : "pass";
}

/** Seconds left to wait, 0 once it was long enough; null when the challenge has expired. */
export function secondsToWait(issuedAt: Date, at: Date): number | null {
  const age = at.getTime() - issuedAt.getTime();
  if (age >= CHALLENGE_LIFE_MS) return null;
  return Math.max(0, Math.ceil((WAIT_MS - age) / 1000));
}
