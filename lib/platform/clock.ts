import { env } from "#lib/platform/env";

/**
 * Asked by the outermost ring alone (pages, actions, jobs, commands); everything inside receives it.
 * With TEST_CLOCK the clock starts from that instant when the process starts, and runs from there.
 */
export function now(): Date {
  const { TEST_CLOCK } = env();
  const shift = TEST_CLOCK ? Date.parse(TEST_CLOCK) - performance.timeOrigin : 0;
  return new Date(Date.now() + shift);
}
