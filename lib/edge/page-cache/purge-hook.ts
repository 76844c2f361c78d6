import { log } from "#lib/platform/log";

const GATHER_MS = 50;
const RETRY_MS = 1_000;
const ANSWER_LIMIT_MS = 5_000;
const EVERYTHING = "*";

export type PurgeHook = { changed(table: string | null): void; stop(): void };

/**
 * Tells a cache that stands in front which tags are no longer true, by a POST, until it has heard.
 * @param url where it is told: `{"tags": ["Need"]}`
 */
export function createPurgeHook(url: string): PurgeHook {
  let tags = new Set<string>();
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;

  async function tell(): Promise<void> {
    const told = tags;
    tags = new Set();
    try {
      const { ok, status } = await fetch(url, {
        method: "POST",
        headers: { "content-type": "application/json", "surrogate-key": [...told].join(" ") },
        body: JSON.stringify({ tags: [...told] }),
        signal: AbortSignal.timeout(ANSWER_LIMIT_MS),
      });
      if (!ok) throw new Error(`the purge is answered with ${status}`);
      timer = undefined;
      if (tags.size > 0) later(GATHER_MS);
    } catch (error) {
      log().warn({ err: error }, "the cache in front was not purged");
      tags = tags.union(told);
      later(RETRY_MS);
    }
  }

  function later(delayMs: number): void {
    if (stopped) return;
    timer = setTimeout(() => void tell(), delayMs);
    timer.unref();
  }

  return {
    changed: (table) => {
      tags.add(table ?? EVERYTHING);
      if (!timer) later(GATHER_MS);
    },
    stop: () => {
      stopped = true;
      clearTimeout(timer);
    },
  };
}
