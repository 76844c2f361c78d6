import { createFront, type Front } from "#lib/edge/front/server";
import type { Site } from "#lib/edge/page-cache/source";
import { freePort } from "#lib/platform/embedded-postgres";
import { PROJECT_ROOT } from "#lib/platform/root";
import { findLeft } from "#lib/publication/departures/queries";
import { SITE } from "#lib/site/site";

const CACHE_BYTES = 64 * 1_048_576;

export { SITE };

export type Opened = { front: Front; url: string };

/** The pages as they were built, in this process: its clock is theirs. */
export async function openPages() {
  Object.assign(process.env, { NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" });
  const { default: next } = await import("next");
  const app = next({ dev: false, dir: PROJECT_ROOT });
  await app.prepare();
  const pages = app.getRequestHandler();
  return {
    /** @param site null for a front that keeps nothing */
    open: async (site: Site | null): Promise<Opened> => {
      const port = await freePort();
      const cache = site ? { site, maxBytes: CACHE_BYTES } : undefined;
      const front = createFront({
        siteUrl: "http://portail.example",
        development: false,
        pages,
        cache,
        left: findLeft,
      });
      await front.listen(port, "127.0.0.1");
      return { front, url: `http://127.0.0.1:${port}` };
    },
    close: () => app.close(),
  };
}

const realNow = Date.now;

/** Stops the clock of everything in this process, the pages included. @param instant null lets it run again */
export function stopClock(instant: Date | null): void {
  Date.now = instant ? () => instant.getTime() : realNow;
}
