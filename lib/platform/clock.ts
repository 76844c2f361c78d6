import { env } from "#lib/platform/env";

/**
 * The present instant. Only the outermost ring (pages, actions, jobs, commands) asks for it; everything inside receives it.
 * With TEST_CLOCK the clock starts from that instant when the process starts, and runs from there.
 */
export function now(): Date {
  const { TEST_CLOCK } = env();
  const shift = TEST_CLOCK ? Date.parse(TEST_CLOCK) - performance.timeOrigin : 0;
  return new Date(Date.now() + shift);
}
