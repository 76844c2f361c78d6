/** However active, a session ends after half a day (ASVS 7.3). */
export const SESSION_LIFE_MS = 12 * 60 * 60_000;
/** Left alone, a session ends after two hours (ASVS 7.3). */
export const IDLE_LIFE_MS = 2 * 60 * 60_000;

/** How long a link sent to a mailbox sets a password or proves an address. */
export const LINK_LIFE_MS = 60 * 60_000;
/** Links of that sort to one mailbox in an hour, and from one network: whoever asks may be a stranger. */
export const MOST_LINKS = { address: 3, network: 20 } as const;
