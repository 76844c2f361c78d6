import { expect, test } from "vitest";
import { type Entry, makeEntry } from "#lib/edge/page-cache/entry";
import { createStore } from "#lib/edge/page-cache/store";
import { AT } from "#tests/support/clock";

const entry = (bytes: number, asOf = 0): Entry =>
  makeEntry(
    {
      status: 200,
      headers: { "content-type": "image/png" },
      body: Buffer.alloc(bytes),
      at: AT,
      reads: [],
      timed: false,
      slotted: false,
    },
    { until: null, asOf },
  );

const MOST = 100_000;

test("whatever is asked for, the protected pages stay and the whole is bounded", () => {
  const store = createStore(MOST);
  store.protect(["/", "/besoins"]);
  store.set("/", entry(10_000));
  store.set("/besoins", entry(10_000));
  for (let search = 0; search < 200; search++) {
    store.set(`/ressources?q=${search}`, entry(2_000));
    expect(store.bytes()).toBeLessThanOrEqual(MOST);
  }
  expect(store.get("/")).toBeDefined();
  expect(store.get("/besoins")).toBeDefined();
  expect(store.get("/ressources?q=199")).toBeDefined();
  expect(store.get("/ressources?q=0")).toBeUndefined();
});

test("a page that joins the sitemap is kept among the others of the sitemap, one that leaves it is not", () => {
  const store = createStore(MOST);
  store.set("/nouveau", entry(100));
  store.protect(["/nouveau"]);
  for (let search = 0; search < 200; search++) store.set(`/${search}`, entry(2_000));
  expect(store.get("/nouveau")).toBeDefined();
  store.protect([]);
  expect(store.get("/nouveau")).toBeUndefined();
});

test("what was begun before does not take the place of what is more recent", () => {
  const store = createStore(MOST);
  const recent = entry(10, 2);
  store.set("/", recent);
  store.set("/", entry(10, 1));
  expect(store.get("/")).toBe(recent);
  const later = entry(10, 2);
  store.set("/", later);
  expect(store.get("/")).toBe(later);
});
