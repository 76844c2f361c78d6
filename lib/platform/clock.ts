import { observed } from "#lib/observation/page";
import { env } from "#lib/platform/env";

/**
 * Asked by the outermost ring alone (pages, actions, jobs, commands); everything inside receives it.
 * Everything in a page whose reads are observed happens at the same one.
 * With TEST_CLOCK the clock starts from that instant when the process starts, and runs from there.
 */
export function now(): Date {
  const page = observed();
  if (page) {
    page.timed = true;
    return page.at;
  }
  const { TEST_CLOCK } = env();
  const shift = TEST_CLOCK ? Date.parse(TEST_CLOCK) - performance.timeOrigin : 0;
  return new Date(Date.now() + shift);
}
