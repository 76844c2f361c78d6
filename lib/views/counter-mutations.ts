import { log } from "#lib/platform/log";
import { addViews } from "#lib/views/mutations";
import { viewedPath } from "#lib/views/readers";
import { byCountedName, OTHER_PAGES } from "#lib/views/rules";

const MINUTE_MS = 60_000;
const MOST_PATHS = 5_000;

type Options = {
  /** Paths of the pages that are counted one by one. */
  pages: (at: Date) => Promise<readonly string[]>;
  clock: () => Date;
  everyMs?: number;
};

export type ViewCounter = {
  see(...answered: Parameters<typeof viewedPath>): void;
  /** Adds what was seen to the table; what it does not take is kept for the next time. */
  flush(): Promise<void>;
  stop(): Promise<void>;
};

/** Counts in memory, and writes once a minute: a page waits for nothing, and several processes add up. */
export function createViewCounter({ pages, clock, everyMs = MINUTE_MS }: Options): ViewCounter {
  let counts = new Map<string, number>();

  function add(path: string, count: number): void {
    const name = counts.has(path) || counts.size < MOST_PATHS ? path : OTHER_PAGES;
    counts.set(name, (counts.get(name) ?? 0) + count);
  }

  async function flush(): Promise<void> {
    if (counts.size === 0) return;
    const taken = counts;
    counts = new Map();
    try {
      const at = clock();
      await addViews(byCountedName(taken, new Set(await pages(at))), at);
    } catch (error) {
      for (const [path, count] of taken) add(path, count);
      log().warn({ err: error }, "views were not added");
    }
  }

  const timer = setInterval(() => void flush(), everyMs);
  timer.unref();
  return {
    see(request, status) {
      const path = viewedPath(request, status);
      if (path !== null) add(path, 1);
    },
    flush,
    stop() {
      clearInterval(timer);
      return flush();
    },
  };
}
