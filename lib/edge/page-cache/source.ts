import { meantAddress } from "#lib/edge/front/addresses";
import { errorPageFor, GONE, isStandIn, LEFT, type Left } from "#lib/edge/front/error-pages";
import type { ChangeLog } from "#lib/edge/page-cache/change-log";
import type { Changes } from "#lib/edge/page-cache/changes";
import { type Entry, makeEntry } from "#lib/edge/page-cache/entry";
import { type Handler, render } from "#lib/edge/page-cache/render";
import type { Store } from "#lib/edge/page-cache/store";
import { type Common, type Observation, observe, type Read } from "#lib/observation/page";
import { now } from "#lib/platform/clock";

const MOVED = 301;
const NOT_FOUND = 404;
const FAILED = 500;

/** What the cache must be told of the site. */
export type Site = {
  /** The address of a page without what it does not read, always written in the same way. */
  canonical(address: string): string;
  /** Addresses that are kept whatever else is asked for, and rendered before anybody asks. */
  addresses(at: Date): Promise<string[]>;
  /** The first instant after `at` at which a page may change though nobody writes. */
  nextInstant(at: Date): Promise<Date>;
  /** What every page says alike: read once for all of them, and anew once what it is made of changed. */
  common?: () => Promise<string>;
};

/** @param path without parameters @returns null where a page is, or never was */
export type FindLeft = (path: string, at: Date) => Promise<Left | null>;

export type Source = {
  isCurrent(entry: Entry, at: Date): boolean;
  /** Whether every change of what an entry is made of is heard, and told to a cache in front. */
  isTold(entry: Entry): boolean;
  /** The entry of an address as it is now: as it was kept, confirmed, or rendered. @throws Error when the page fails */
  current(address: string, accepted?: string): Promise<Entry>;
};

type Options = {
  pages: Handler;
  siteUrl: string;
  site: Site;
  left?: FindLeft | undefined;
  store: Store;
  log: ChangeLog;
  changes: Changes;
};

export function createSource({ pages, siteUrl, site, left, store, log, changes }: Options): Source {
  const home = new URL(siteUrl);
  let latest: { count: number; from: Date; until: Date } | null = null;

  /** The same for every page until somebody writes. */
  async function nextInstant(at: Date): Promise<Date> {
    if (latest?.count === log.count() && latest.from <= at && at < latest.until) return latest.until;
    const count = log.count();
    const until = await site.nextInstant(at);
    latest = { count, from: at, until };
    return until;
  }

  const isInTime = ({ at: from, until }: Entry, at: Date): boolean => until === null || (from <= at && at < until);

  const isCurrent = (entry: Entry, at: Date): boolean =>
    isInTime(entry, at) && (entry.tables.size === 0 || (changes.trusted() && !log.concerns(entry)));

  const isWatched = ({ tables }: Pick<Entry, "tables">): boolean => tables.isDisjointFrom(changes.unwatched());

  /** Asks again what may have changed: of the same rows the same page is made, until the next instant. */
  async function confirm(entry: Entry, at: Date): Promise<boolean> {
    if (!isInTime(entry, at) || !changes.trusted() || !isWatched(entry)) return false;
    const { asOf } = entry;
    const count = log.count();
    const doubtful = entry.reads.filter(({ tables }) => log.concerns({ tables, asOf }));
    const same = await Promise.all(doubtful.map(async ({ again, digest }) => again && (await again(at)) === digest));
    if (!same.every(Boolean)) return false;
    Object.assign(entry, { at, until: await nextInstant(at), asOf: count });
    return true;
  }

  let common: (Common & Pick<Entry, "tables" | "asOf">) | null = null;

  /** Nothing for what must be drawn whatever happens. */
  async function commonOf(address: string, at: Date): Promise<Common | null> {
    if (!site.common || isStandIn(address)) return null;
    if (common && changes.trusted() && isWatched(common) && !log.concerns(common)) return common;
    const asOf = log.count();
    const observation: Observation = { at, reads: [], timed: false, slotted: false };
    const words = await observe(observation, site.common);
    const tables = tablesOf(observation.reads);
    const again = async (other: Date) => (await commonOf(address, other))?.words ?? "";
    common = { words, read: { tables, digest: words, again }, tables, asOf };
    return common;
  }

  async function rendered(address: string, accepted?: string): Promise<Entry> {
    const at = now();
    const asOf = log.count();
    const rendering = await render(pages, address, home, at, await commonOf(address, at));
    if (rendering.status >= FAILED) throw new Error(`${address} answers ${rendering.status}`);
    const until = rendering.timed ? await nextInstant(at) : null;
    const entry = makeEntry(rendering, { until, asOf, accepted });
    const whole = rendering.status === NOT_FOUND ? await standIn(address, entry) : entry;
    if (isWatched(whole) || !changes.trusted()) store.set(address, whole);
    return whole;
  }

  async function current(address: string, accepted?: string): Promise<Entry> {
    const known = store.get(address);
    if (known && (isCurrent(known, now()) || (await confirm(known, now())))) return known;
    const entry = await rendered(address, accepted);
    entry.asked = known?.asked ?? 0;
    return entry;
  }

  /** A page that is not there, what it depends on noted with what its address says of it. */
  async function departed(pathname: string, page: Entry): Promise<{ missing: Entry; gone: Left | null }> {
    const { at, until } = page;
    const observation: Observation = { path: pathname, at, reads: [], timed: false, slotted: false };
    const gone = await observe(observation, async () => (await left?.(pathname, at)) ?? null);
    const { reads } = observation;
    return {
      missing: joined(page, { ...page, reads, tables: tablesOf(reads), until: gone ? await nextInstant(at) : until }),
      gone,
    };
  }

  /** In place of what no page has: where it went, the address that was meant, else a whole page that says so. */
  async function standIn(address: string, page: Entry): Promise<Entry> {
    const [pathname = ""] = address.split("?", 1);
    const { missing, gone } = await departed(pathname, page);
    if (gone?.target) return { ...missing, ...movedTo(gone.target) };
    if (gone) return joined(missing, { ...(await current(LEFT)), status: GONE });
    const meant = meantAddress(address);
    const there = meant && (await current(site.canonical(meant)).catch(() => null));
    if (meant && there && there.status < NOT_FOUND) return joined(missing, { ...there, ...movedTo(meant) });
    const instead = errorPageFor(pathname, NOT_FOUND, missing.headers["content-type"] ?? "");
    return instead === null ? missing : joined(missing, { ...(await current(instead)), status: NOT_FOUND });
  }

  return { isCurrent, isTold: (entry) => changes.trusted() && isWatched(entry), current };
}

const tablesOf = (reads: readonly Read[]) => new Set(reads.flatMap((read) => [...read.tables]));

const movedTo = (location: string): Pick<Entry, "status" | "headers" | "bodies" | "compressible"> => ({
  status: MOVED,
  headers: { location, "cache-control": "public, no-cache" },
  bodies: new Map([[null, Buffer.alloc(0)]]),
  compressible: false,
});

const earliest = (one: Date | null, other: Date | null): Date | null =>
  one && other ? (one < other ? one : other) : (one ?? other);

/** An answer that depends on two. */
const joined = (missing: Entry, { reads, tables, until, ...shown }: Entry): Entry => ({
  ...shown,
  reads: [...missing.reads, ...reads],
  tables: missing.tables.union(tables),
  until: earliest(missing.until, until),
  at: missing.at,
  asOf: missing.asOf,
});
