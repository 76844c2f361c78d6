import { expect, test } from "vitest";
import type { Entry } from "#lib/edge/page-cache/entry";
import { createStore } from "#lib/edge/page-cache/store";
import { AT } from "#tests/support/clock";

const entry = (bytes: number, more: Partial<Entry> = {}): Entry => ({
  status: 200,
  headers: {},
  bodies: new Map([[null, Buffer.alloc(bytes)]]),
  compressible: false,
  digest: "",
  slotted: false,
  reads: [],
  tables: new Set(),
  at: AT,
  until: null,
  asOf: 0,
  asked: 0,
  ...more,
});
const READ = { tables: new Set("A"), digest: "", again: null };

test("what is kept weighs little more than its bodies, however long its address and however much it read", () => {
  const store = createStore(1_000_000);
  store.set("/".padEnd(200, "a"), entry(10_000, { reads: [READ] }));
  expect(store.bytes()).toBeGreaterThan(10_000);
  expect(store.bytes()).toBeLessThan(15_000);
});

test("whatever is asked for besides, the protected addresses keep three quarters of the room", () => {
  const store = createStore(100_000);
  store.protect(["/a", "/b"]);
  for (const address of ["/a", "/b"]) store.set(address, entry(30_000));
  for (let other = 0; other < 20; other += 1) store.set(`/autre-${other}`, entry(10_000));
  expect(["/a", "/b", "/autre-18", "/autre-19"].map((address) => store.get(address) !== undefined)).toEqual([
    true,
    true,
    true,
    true,
  ]);
  expect(store.get("/autre-0")).toBeUndefined();
  expect(store.bytes()).toBeLessThanOrEqual(100_000);
});

test("what is more recent stays", () => {
  const store = createStore(100_000);
  const [older, newer] = [entry(10, { asOf: 1 }), entry(10, { asOf: 2 })];
  store.set("/a", newer);
  store.set("/a", older);
  expect(store.get("/a")).toBe(newer);
});
