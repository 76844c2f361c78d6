/** However active, a session ends after half a day (ASVS 7.3). */
export const SESSION_LIFE_MS = 12 * 60 * 60_000;
/** Left alone, a session ends after two hours (ASVS 7.3). */
export const IDLE_LIFE_MS = 2 * 60 * 60_000;
