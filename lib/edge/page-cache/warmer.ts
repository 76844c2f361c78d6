import type { Entry } from "#lib/edge/page-cache/entry";
import type { Store } from "#lib/edge/page-cache/store";
import { log } from "#lib/platform/log";

const QUIET_MS = 1_000;
/** Pages also change with time. */
const USUAL_MS = 30_000;

type Options = {
  addresses(): Promise<string[]>;
  store: Store;
  isCurrent(entry: Entry): boolean;
  /** Whether nobody waits for a page. */
  isFree(): boolean;
  warm(address: string): Promise<unknown>;
  tighten(entry: Entry): Promise<void>;
};

/** While nobody waits, one by one, the most asked first: renders what is protected and no longer current, then packs it tighter. */
export function createWarmer({ addresses, store, isCurrent, isFree, warm, tighten }: Options): {
  wake(): void;
  stop(): void;
} {
  let timer: NodeJS.Timeout | undefined;
  let running = false;
  let woken = false;
  let stopped = false;

  const isCold = (address: string) => {
    const entry = store.get(address);
    return !entry || !isCurrent(entry);
  };
  const asked = (address: string) => store.get(address)?.asked ?? 0;

  /** @returns whether nothing was left aside */
  async function round(): Promise<boolean> {
    if (!isFree()) return false;
    const known = await addresses();
    store.protect(known);
    const byAsked = known.toSorted((a, b) => asked(b) - asked(a));
    for (const address of byAsked.filter(isCold)) {
      if (stopped) return true;
      if (!isFree()) return false;
      if (isCold(address)) await warm(address).catch(() => undefined);
    }
    for (const address of byAsked) {
      const entry = store.get(address);
      if (stopped) return true;
      if (!isFree() || woken) return false;
      if (entry && !entry.tight) await tighten(entry);
    }
    return true;
  }

  async function turn(): Promise<void> {
    timer = undefined;
    running = true;
    woken = false;
    const done = await round().catch((error: unknown) => {
      log().warn({ err: error }, "pages were not warmed");
      return true;
    });
    running = false;
    if (!done || woken) wake();
  }

  function wake(): void {
    woken = true;
    if (stopped || timer || running) return;
    timer = setTimeout(() => void turn(), QUIET_MS);
    timer.unref();
  }

  wake();
  const usual = setInterval(wake, USUAL_MS);
  usual.unref();
  return {
    wake,
    stop: () => {
      stopped = true;
      clearTimeout(timer);
      clearInterval(usual);
    },
  };
}
