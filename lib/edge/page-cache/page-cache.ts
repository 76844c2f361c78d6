import type { IncomingMessage, ServerResponse } from "node:http";
import PQueue from "p-queue";
import { INCIDENT_PAGE, RETRY_AFTER_SECONDS, UNAVAILABLE, UNAVAILABLE_PAGE } from "#lib/edge/front/error-pages";
import { isPersonal } from "#lib/edge/front/response";
import { createChangeLog } from "#lib/edge/page-cache/change-log";
import { listenToChanges } from "#lib/edge/page-cache/changes";
import { type Entry, sendEntry, tellCacheInFront, textOf, tighten } from "#lib/edge/page-cache/entry";
import { createOutage, PATIENCE_MS, type Pace, REAL_PACE } from "#lib/edge/page-cache/outage";
import { createPurgeHook } from "#lib/edge/page-cache/purge-hook";
import type { Handler } from "#lib/edge/page-cache/render";
import { createSource, type FindLeft, type Site } from "#lib/edge/page-cache/source";
import { createStore } from "#lib/edge/page-cache/store";
import { createWarmer } from "#lib/edge/page-cache/warmer";
import { now } from "#lib/platform/clock";
import { log } from "#lib/platform/log";
import { paths } from "#lib/platform/paths";

const MOST_AT_ONCE = 4;
const MOST_WAITING = 64;
/** Images cost more than pages, and nobody waits for them but machines: one at a time, beside the pages. */
const isImage = (address: string): boolean => address.startsWith(`${paths.shareImage("")}/`);
/** Pages for one person: a crowd that has just registered reads its own, whatever is asked of the site. */
const MOST_PERSONAL = { atOnce: 16, waiting: 512 };
/** With the database away, a page is shown as it was up to a day ago. */
const LONGEST_OUTAGE_MS = 86_400_000;
/** Once a page could not be rendered, no other is tried for a while. */
const TRY_AGAIN_MS = 1_000;
/** The database may come back between what failed and the question whether it answers. */
const TRIES = 3;
/** Pages of the site go before whatever else is asked for, and are never refused. */
const PROTECTED = 2;
const VISITOR = 1;
const NOBODY = 0;
const FAILED = 500;
const HEALTH = new Set([paths.live(), paths.ready()]);

export type { Site } from "#lib/edge/page-cache/source";

const isForOne = ({ url = "" }: IncomingMessage): boolean => isPersonal(url) || HEALTH.has(url);

/** Whether a request asks for what everybody is given: what scripts ask for, a part of a file and personal pages are not. */
export const isKeepable = (request: IncomingMessage): boolean =>
  (request.method === "GET" || request.method === "HEAD") &&
  !isForOne(request) &&
  ["rsc", "next-router-prefetch", "range"].every((name) => request.headers[name] === undefined);

/** What was asked besides the address goes along to where it leads. */
function withParameters(entry: Entry, asked: string): Entry {
  const cut = asked.indexOf("?");
  const { location } = entry.headers;
  if (!location || cut === -1 || location.includes("?")) return entry;
  return { ...entry, headers: { ...entry.headers, location: location + asked.slice(cut) } };
}

export type PageCache = {
  answer(request: IncomingMessage, response: ServerResponse): Promise<void>;
  /**
   * Draws what is not kept in the queue of what is, a personal page in its own, or says that too many wait.
   * @param draw told how to say that it is done, though its answer may still be on its way
   */
  inTurn(request: IncomingMessage, response: ServerResponse, draw: (done: () => void) => Promise<void>): Promise<void>;
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
  left?: FindLeft | undefined;
  maxBytes: number;
  purgeUrl?: string | undefined;
  pace?: Pace | undefined;
}): PageCache {
  const { site, pace = REAL_PACE } = options;
  const store = createStore(options.maxBytes);
  const changeLog = createChangeLog();
  const queue = new PQueue({ concurrency: MOST_AT_ONCE });
  const personal = new PQueue({ concurrency: MOST_PERSONAL.atOnce });
  const images = new PQueue({ concurrency: 1 });
  const laneOf = (address: string): PQueue => (isImage(address) ? images : queue);
  const flights = new Map<string, { entry: Promise<Entry>; since: number }>();
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

  const outage = createOutage(changes.trusted, pace);

  /** One at a time for an address: the others wait for it, unless they may have missed what changed since it began. */
  function flight(address: string, priority: number, accepted?: string): Promise<Entry> {
    const under = flights.get(address);
    const since = pace.elapsed();
    if (under && (changes.trusted() || since - under.since < PATIENCE_MS)) return under.entry;
    const entry = laneOf(address).add(() => source.current(address, accepted), { priority });
    flights.set(address, { entry, since });
    const landed = () => {
      if (flights.get(address)?.entry === entry) flights.delete(address);
    };
    entry.then(landed, landed);
    return entry;
  }

  const unavailable = async (): Promise<Found> => ({
    entry: await source.current(UNAVAILABLE_PAGE),
    told: "fwd=bypass",
    status: UNAVAILABLE,
  });

  async function find(address: string, accepted?: string, tries = 1): Promise<Found> {
    const at = now();
    const known = store.get(address);
    if (known && tries === 1) known.asked += 1;
    if (known && source.isCurrent(known, at)) return { entry: known, told: "hit" };
    const old: Found | null =
      known && at.getTime() - known.at.getTime() < LONGEST_OUTAGE_MS
        ? { entry: known, told: "hit", outage: true }
        : null;
    if (old && tryAgainAt > 0 && !changes.trusted()) {
      if (pace.elapsed() < tryAgainAt) return old;
      // One tries for all.
      tryAgainAt = pace.elapsed() + PATIENCE_MS;
    }
    const kept = store.isProtected(address);
    if (laneOf(address).size >= MOST_WAITING && !kept) return unavailable();
    try {
      const entry = await outage.unlessAway(flight(address, kept ? PROTECTED : VISITOR, accepted));
      tryAgainAt = 0;
      return { entry, told: known ? "fwd=stale" : "fwd=miss" };
    } catch (error) {
      await changes.caughtUp();
      log().error({ err: error, address }, "page failed");
      const heard = changes.trusted();
      if (!(await outage.isAway())) {
        if (!heard && tries < TRIES) return find(address, accepted, tries + 1);
        return { entry: await source.current(INCIDENT_PAGE), told: "fwd=bypass", status: FAILED };
      }
      tryAgainAt = pace.elapsed() + TRY_AGAIN_MS;
      return old ?? unavailable();
    }
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const accepted = request.headers["accept-encoding"]?.toString();
    send(request, response, await find(site.canonical(request.url ?? "/"), accepted));
  }

  function send(
    request: IncomingMessage,
    response: ServerResponse,
    { entry, told, status, outage: isOld }: Found,
  ): void {
    const asked = request.url ?? "/";
    const at = now();
    if (status === UNAVAILABLE) response.setHeader("Retry-After", RETRY_AFTER_SECONDS);
    if (hook && !isOld && source.isTold(entry)) tellCacheInFront(response, entry, at);
    if (isOld) response.setHeader("Age", Math.max(0, Math.round((at.getTime() - entry.at.getTime()) / 1_000)));
    sendEntry(request, response, withParameters(entry, asked), {
      at,
      told: `portail; ${told}${isOld ? "; detail=outage" : ""}`,
      ...(status !== undefined && { status }),
    });
  }

  async function inTurn(
    request: IncomingMessage,
    response: ServerResponse,
    draw: (done: () => void) => Promise<void>,
  ): Promise<void> {
    const [lane, most] = isForOne(request)
      ? [personal, MOST_PERSONAL.waiting]
      : [laneOf(request.url ?? "/"), MOST_WAITING];
    if (lane.size >= most) return send(request, response, await unavailable());
    await new Promise<void>((resolve, reject) => {
      const drawn = () => new Promise<void>((done) => draw(done).then(resolve, reject).finally(done));
      void lane.add(drawn, { priority: VISITOR });
    });
  }

  const warmer = createWarmer({
    addresses: async () => [INCIDENT_PAGE, UNAVAILABLE_PAGE, ...(await site.addresses(now()))],
    store,
    isCurrent: (entry) => source.isCurrent(entry, now()),
    isFree: () => changes.trusted() && queue.pending === 0 && queue.size === 0,
    warm: (address) => flight(address, NOBODY),
    tighten,
  });

  async function duringOutage(address: string): Promise<string | null> {
    await changes.caughtUp();
    if (!(await outage.isAway())) return null;
    const entry = store.get(site.canonical(address)) ?? (await source.current(UNAVAILABLE_PAGE));
    return textOf(entry, now());
  }

  return {
    answer,
    inTurn,
    duringOutage,
    caughtUp: changes.caughtUp,
    stop: async () => {
      warmer.stop();
      hook?.stop();
      queue.clear();
      personal.clear();
      images.clear();
      await changes.stop();
    },
  };
}
