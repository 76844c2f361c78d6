import { setTimeout as pause } from "node:timers/promises";
import PQueue from "p-queue";
import { FetchError, fetchPublic } from "#lib/crawl/public-fetch";
import { userAgent } from "#lib/crawl/user-agent";
import { heldAddresses } from "#lib/link-watch/held/queries";
import { keepCheck, keepHeld, postpone, tellOpened } from "#lib/link-watch/mutations";
import { dueLinks, isReadingDue } from "#lib/link-watch/queries";
import { isCutOff, type Verdict, verdictOf } from "#lib/link-watch/rules";

/** Between two requests to a host. */
const PAUSE_MS = 3_000;
const TIMEOUT_MS = 30_000;
const LONGEST_MS = 15 * 60_000;
/** Hosts that are asked at once. */
const TOGETHER = 4;
const BATCH = 60;

type Options = {
  clock: () => Date;
  signal?: AbortSignal | undefined;
  pauseMs?: number;
  wait?: (ms: number) => Promise<unknown>;
};
type Asking = { signal: AbortSignal | undefined; turn: (url: URL) => Promise<void> };

/** Requests to a host, redirections that lead there among them, begin one after the other with a pause between. */
function hostTurns(wait: () => Promise<unknown>): Asking["turn"] {
  const free = new Map<string, Promise<unknown>>();
  return async ({ host }) => {
    const before = free.get(host);
    free.set(host, (before ?? Promise.resolve()).then(wait));
    // One that is stopped is told to whoever waits for it.
    free.get(host)?.catch(() => undefined);
    await before;
  };
}

async function knock(url: string, method: "HEAD" | "GET", { signal, turn }: Asking): Promise<Verdict> {
  const headers = { "user-agent": userAgent(), "accept-language": "fr" };
  try {
    const limits = { maxBytes: 0, timeoutMs: TIMEOUT_MS, signal, before: turn };
    return verdictOf(await fetchPublic(url, { knock: method, headers, ...limits }));
  } catch (error) {
    if (error instanceof FetchError) return verdictOf(error);
    throw error;
  }
}

/** Many sites refuse a HEAD, or answer it wrong. */
async function verdictOn(url: string, asking: Asking): Promise<Verdict> {
  const first = await knock(url, "HEAD", asking);
  return first.kind === "opened" ? first : knock(url, "GET", asking);
}

type Due = Awaited<ReturnType<typeof dueLinks>>[number];

async function askAll(due: readonly Due[], asking: Asking) {
  const queue = new PQueue({ concurrency: TOGETHER });
  const verdicts: { link: Due; url: string; verdict: Verdict }[] = [];
  const askHost = async (links: readonly Due[]) => {
    for (const link of links) verdicts.push({ link, url: link.url, verdict: await verdictOn(link.url, asking) });
  };
  const hosts = Map.groupBy(due, ({ url }) => new URL(url).host);
  await queue.addAll([...hosts.values()].map((links) => () => askHost(links)));
  return verdicts;
}

/**
 * Reads, once a night, where public pages lead; asks the links that are due, one at a time for each host; says of documents
 * and centres when their address last opened. What is left when it has lasted long enough is for the next job.
 * @throws only when it is stopped: another worker goes on
 */
export async function watchLinks({ clock, signal, pauseMs = PAUSE_MS, wait }: Options): Promise<void> {
  const at = clock();
  if (await isReadingDue(at)) await keepHeld(await heldAddresses(null, at), at);
  const isOver = () => clock().getTime() - at.getTime() > LONGEST_MS;
  const turn = hostTurns(() => (wait ?? ((ms) => pause(ms, undefined, { signal })))(pauseMs));
  for (let due = await dueLinks(clock(), BATCH); due.length; due = await dueLinks(clock(), BATCH)) {
    const verdicts = await askAll(due, { signal, turn });
    if (isCutOff(verdicts)) {
      await postpone(
        due.map(({ url }) => url),
        clock(),
      );
    } else {
      for (const { link, verdict } of verdicts) await keepCheck(link, verdict, clock());
    }
    if (isOver()) break;
  }
  await tellOpened();
}
