import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { type Entry, makeEntry } from "#lib/edge/page-cache/entry";
import { createStore, type Store } from "#lib/edge/page-cache/store";
import { createWarmer } from "#lib/edge/page-cache/warmer";
import { AT } from "#tests/support/clock";

const BODY = Buffer.from("<p>Des mots. </p>".repeat(100));
const SITE = ["/a", "/b", "/c"];
let store: Store;
let told: string[];
let free: boolean;
let warmer: ReturnType<typeof createWarmer>;

function drawn(address: string, asked: number): void {
  const headers = { "content-type": "text/html" };
  const page = { status: 200, headers, body: BODY, at: AT, reads: [], timed: false, slotted: false };
  store.set(address, Object.assign(makeEntry(page, { until: null, asOf: 0 }), { asked }));
}
const nameOf = (entry: Entry) => SITE.find((address) => store.get(address) === entry) ?? "?";

beforeEach(() => {
  vi.useFakeTimers();
  [store, told, free] = [createStore(1_000_000), [], true];
  drawn("/b", 5);
  warmer = createWarmer({
    addresses: async () => SITE,
    store,
    isCurrent: () => true,
    isFree: () => free,
    warm: async (address) => {
      told.push(`warm ${address}`);
      drawn(address, 0);
    },
    tighten: async (entry) => {
      told.push(`tighten ${nameOf(entry)}`);
      entry.tight = true;
    },
  });
});
afterEach(() => {
  warmer.stop();
  vi.useRealTimers();
});

test("pages are drawn first, then packed tighter, each once, the most asked first", async () => {
  await vi.advanceTimersByTimeAsync(100_000);
  expect(told).toEqual(["warm /a", "warm /c", "tighten /b", "tighten /a", "tighten /c"]);
});

test("nothing is drawn nor packed while somebody waits", async () => {
  free = false;
  await vi.advanceTimersByTimeAsync(100_000);
  expect(told).toEqual([]);
  free = true;
  await vi.advanceTimersByTimeAsync(100_000);
  expect(told).toHaveLength(5);
});
