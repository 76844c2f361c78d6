/** However active, a session ends after half a day (ASVS 7.3). */
export const SESSION_LIFE_MS = 12 * 60 * 60_000;
/** Left alone, a session ends after two hours (ASVS 7.3). */
export const IDLE_LIFE_MS = 2 * 60 * 60_000;

/** After so long, exports of people and changes of accounts ask again who is there (ASVS 7.5). */
export const PROOF_LIFE_MS = 15 * 60_000;
/** How long a right password waits for its code. */
export const STEP_LIFE_MS = 10 * 60_000;
/** How long an administrator may do without a second factor. */
export const GRACE_MS = 14 * 24 * 60 * 60_000;
export const INVITATION_LIFE_MS = 7 * 24 * 60 * 60_000;
export const RECOVERY_CODES = 10;

export const isProven = (provenAt: Date, at: Date): boolean => at.getTime() - provenAt.getTime() < PROOF_LIFE_MS;

/** How long a link sent to a mailbox sets a password or proves an address. */
export const LINK_LIFE_MS = 60 * 60_000;
/** Links of that sort to one mailbox in an hour, and from one network: whoever asks may be a stranger. */
export const MOST_LINKS = { address: 3, network: 20 } as const;
