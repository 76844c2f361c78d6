import { nextPublication } from "#lib/items/queries";
import { nextMidnight } from "#lib/platform/dates";
import { nextWebinarInstant } from "#lib/webinars/queries";

/**
 * The first instant after `at` at which a public page may change though nobody writes: something that was scheduled comes
 * out, a session starts or ends, a replay may be watched, another day begins in Paris.
 */
export async function nextInstant(at: Date): Promise<Date> {
  const instants = await Promise.all([nextPublication(at), nextWebinarInstant(at)]);
  return new Date(
    Math.min(...[nextMidnight(at), ...instants].flatMap((instant) => (instant ? [instant.getTime()] : []))),
  );
}
