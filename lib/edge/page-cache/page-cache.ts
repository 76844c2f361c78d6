import type { IncomingMessage, ServerResponse } from "node:http";
import { setTimeout as wait } from "node:timers/promises";
import PQueue from "p-queue";
import { RETRY_AFTER_SECONDS, UNAVAILABLE } from "#lib/edge/front/error-pages";
import { isPersonal } from "#lib/edge/front/response";
import { createChangeLog } from "#lib/edge/page-cache/change-log";
import { listenToChanges } from "#lib/edge/page-cache/changes";
import { type Entry, sendEntry, tellCacheInFront, textOf } from "#lib/edge/page-cache/entry";
import { createPurgeHook } from "#lib/edge/page-cache/purge-hook";
import type { Handler } from "#lib/edge/page-cache/render";
import { createSource, type Site } from "#lib/edge/page-cache/source";
import { createStore } from "#lib/edge/page-cache/store";
import { createWarmer } from "#lib/edge/page-cache/warmer";
import { now } from "#lib/platform/clock";
import { log } from "#lib/platform/log";
import { paths } from "#lib/platform/paths";

const MOST_AT_ONCE = 4;
const MOST_WAITING = 64;
/** With the database away, a page is shown as it was up to a day ago. */
const LONGEST_OUTAGE_MS = 86_400_000;
/** Once a page could not be rendered, no other is tried for a while. */
const TRY_AGAIN_MS = 1_000;
/** How long a page is waited for before asking whether the database still answers. */
const PATIENCE_MS = 2_000;
/** Pages of the site go before whatever else is asked for, and are never refused. */
const PROTECTED = 2;
const VISITOR = 1;
const NOBODY = 0;
const FAILED = 500;
const HEALTH = new Set([paths.live(), paths.ready()]);
const INCIDENT_PAGE = "/incident";
const UNAVAILABLE_PAGE = "/indisponible";

export type { Site } from "#lib/edge/page-cache/source";

/** Whether a request asks for what everybody is given: what scripts ask for, a part of a file and personal pages are not. */
export const isKeepable = ({ method, url = "", headers }: IncomingMessage): boolean =>
  (method === "GET" || method === "HEAD") &&
  !isPersonal(url) &&
  !HEALTH.has(url) &&
  headers.rsc === undefined &&
  headers["next-router-prefetch"] === undefined &&
  headers.range === undefined;

/** What was asked besides the address goes along to where it leads. */
function withParameters(entry: Entry, asked: string): Entry {
  const cut = asked.indexOf("?");
  const { location } = entry.headers;
  if (!location || cut === -1 || location.includes("?")) return entry;
  return { ...entry, headers: { ...entry.headers, location: location + asked.slice(cut) } };
}

export type PageCache = {
  answer(request: IncomingMessage, response: ServerResponse): Promise<void>;
  /** While the database does not answer, a page as it was kept, else one that asks to wait; null when it answers. */
  duringOutage(address: string): Promise<string | null>;
  /** Resolves once whatever was committed before the call is seen by everyone. */
  caughtUp(): Promise<void>;
  stop(): Promise<void>;
};

type Found = { entry: Entry; told: string; status?: number; outage?: boolean };

/** @param options.maxBytes for all that is kept @param options.purgeUrl of a cache in front */
export function createPageCache(options: {
  pages: Handler;
  siteUrl: string;
  site: Site;
  maxBytes: number;
  purgeUrl?: string | undefined;
}): PageCache {
  const { site } = options;
  const store = createStore(options.maxBytes);
  const changeLog = createChangeLog();
  const queue = new PQueue({ concurrency: MOST_AT_ONCE });
  const flights = new Map<string, Promise<Entry>>();
  const hook = options.purgeUrl === undefined ? null : createPurgeHook(options.purgeUrl);
  let tryAgainAt = 0;

  function change(table: string | null): void {
    changeLog.write(table);
    hook?.changed(table);
    // Whoever comes after a change must not be given what was begun before it.
    flights.clear();
    warmer.wake();
  }

  const changes = listenToChanges({ changed: change, deaf: () => change(null) });
  const source = createSource({ ...options, store, log: changeLog, changes });

  /** One at a time for an address: the others wait for it. */
  function flight(address: string, priority: number): Promise<Entry> {
    const under = flights.get(address);
    if (under) return under;
    const started = queue.add(() => source.current(address), { priority });
    flights.set(address, started);
    const landed = () => {
      if (flights.get(address) === started) flights.delete(address);
    };
    started.then(landed, landed);
    return started;
  }

  /** @throws Error once nothing is heard of the database: what it was asked may never be answered */
  async function whileHeard(flying: Promise<Entry>): Promise<Entry> {
    for (;;) {
      const landed = await Promise.race([flying, wait(PATIENCE_MS, null, { ref: false })]);
      if (landed) return landed;
      if (!changes.trusted()) throw new Error("the database does not answer");
    }
  }

  const unavailable = async (): Promise<Found> => ({
    entry: await source.current(UNAVAILABLE_PAGE),
    told: "fwd=bypass",
    status: UNAVAILABLE,
  });

  async function find(address: string): Promise<Found> {
    const at = now();
    const known = store.get(address);
    if (known) known.asked += 1;
    if (known && source.isCurrent(known, at)) return { entry: known, told: "hit" };
    const old: Found | null =
      known && at.getTime() - known.at.getTime() < LONGEST_OUTAGE_MS
        ? { entry: known, told: "hit", outage: true }
        : null;
    if (old && tryAgainAt > 0 && !changes.trusted()) {
      if (performance.now() < tryAgainAt) return old;
      // One tries for all.
      tryAgainAt = performance.now() + PATIENCE_MS;
    }
    const kept = store.isProtected(address);
    if (queue.size >= MOST_WAITING && !kept) return unavailable();
    try {
      const entry = await whileHeard(flight(address, kept ? PROTECTED : VISITOR));
      tryAgainAt = 0;
      return { entry, told: known ? "fwd=stale" : "fwd=miss" };
    } catch (error) {
      await changes.caughtUp();
      log().error({ err: error, address }, "page failed");
      if (changes.trusted()) return { entry: await source.current(INCIDENT_PAGE), told: "fwd=bypass", status: FAILED };
      tryAgainAt = performance.now() + TRY_AGAIN_MS;
      return old ?? unavailable();
    }
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const asked = request.url ?? "/";
    const { entry, told, status, outage } = await find(site.canonical(asked));
    const at = now();
    if (status === UNAVAILABLE) response.setHeader("Retry-After", RETRY_AFTER_SECONDS);
    if (hook && !outage) tellCacheInFront(response, entry, at);
    if (outage) response.setHeader("Age", Math.max(0, Math.round((at.getTime() - entry.at.getTime()) / 1_000)));
    sendEntry(request, response, withParameters(entry, asked), {
      at,
      told: `portail; ${told}${outage ? "; detail=outage" : ""}`,
      ...(status !== undefined && { status }),
    });
  }

  const warmer = createWarmer({
    addresses: async () => [INCIDENT_PAGE, UNAVAILABLE_PAGE, ...(await site.addresses(now()))],
    store,
    isCurrent: (entry) => source.isCurrent(entry, now()),
    isFree: () => changes.trusted() && queue.pending === 0 && queue.size === 0,
    warm: (address) => flight(address, NOBODY),
  });

  async function duringOutage(address: string): Promise<string | null> {
    await changes.caughtUp();
    if (changes.trusted()) return null;
    const entry = store.get(site.canonical(address)) ?? (await source.current(UNAVAILABLE_PAGE));
    return textOf(entry, now());
  }

  return {
    answer,
    duringOutage,
    caughtUp: changes.caughtUp,
    stop: async () => {
      warmer.stop();
      hook?.stop();
      queue.clear();
      await changes.stop();
    },
  };
}
