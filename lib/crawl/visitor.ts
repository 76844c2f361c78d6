import { setTimeout as pause } from "node:timers/promises";
import robotsParser, { type Robot } from "robots-parser";
import type { Dispatcher, Headers } from "undici";
import { FetchError, fetchPublic } from "#lib/crawl/public-fetch";
import { CrawlError } from "#lib/crawl/schema";
import { decodedBody } from "#lib/crawl/text";

export type Answer = { url: string; status: number; headers: Headers; body: Uint8Array; text: string };

export type Visitor = {
  /** @throws CrawlError for anything but a page, or a 304 where `headers` ask for one */
  get(url: string, headers?: Record<string, string>): Promise<Answer>;
  /** The maps that a site names in its robots.txt. */
  sitemapsOf(origin: string): Promise<string[]>;
};

type Options = {
  userAgent: string;
  /** Between two requests. */
  pauseMs: number;
  signal?: AbortSignal | undefined;
  /** Whether the passage has lasted long enough. */
  isOver?: () => boolean;
  dispatcher?: Dispatcher | undefined;
};

const MEGABYTE = 1_000_000;
const MAX_BYTES = 5 * MEGABYTE;
const MAX_TOTAL_BYTES = 200 * MEGABYTE;
const MAX_REQUESTS = 1_000;
const TIMEOUT_MS = 30_000;
const LONGEST_PAUSE_MS = 10_000;
const NOT_MODIFIED = 304;
const TOO_MANY = 429;

/** Reads pages as the robots.txt of their site allows, one at a time, within bounds (RFC 9309). */
export function openVisitor({ userAgent, pauseMs, signal, isOver, dispatcher }: Options): Visitor {
  const robots = new Map<string, Robot>();
  let requests = 0;
  let bytes = 0;
  let waits = 0;

  const ask = async (url: string, headers: Record<string, string>, before?: (url: URL) => Promise<void>) => {
    if (requests >= MAX_REQUESTS || bytes >= MAX_TOTAL_BYTES || isOver?.()) throw new CrawlError("over");
    if (requests > 0) await pause(waits || pauseMs, undefined, { signal });
    requests += 1;
    const all = { "user-agent": userAgent, "accept-language": "fr", ...headers };
    const limits = { maxBytes: MAX_BYTES, timeoutMs: TIMEOUT_MS, signal, dispatcher };
    try {
      const answer = await fetchPublic(url, { headers: all, ...limits, ...(before && { before }) });
      bytes += answer.body.length;
      return answer;
    } catch (error) {
      throw error instanceof FetchError ? new CrawlError(error.fault) : error;
    }
  };

  /** Without a file everything is allowed; a site that cannot say is not read. */
  const robotsOf = async (origin: string): Promise<Robot> => {
    const known = robots.get(origin);
    if (known) return known;
    const file = `${origin}/robots.txt`;
    const answer = await ask(file, {});
    if (answer.status >= 500 || answer.status === TOO_MANY) throw new CrawlError("status", answer.status);
    const text = answer.status < 300 ? decodedBody(answer.body, answer.headers.get("content-type")) : "";
    const read = robotsParser(file, text);
    robots.set(origin, read);
    return read;
  };

  return {
    async get(url, headers = {}) {
      const allowed = async (address: URL) => {
        const rules = await robotsOf(address.origin);
        if (rules.isDisallowed(address.href, userAgent)) throw new CrawlError("robots");
        waits = Math.min(Math.max(pauseMs, (rules.getCrawlDelay(userAgent) ?? 0) * 1_000), LONGEST_PAUSE_MS);
      };
      const answer = await ask(url, headers, allowed);
      const isAsked = answer.status === NOT_MODIFIED && Object.keys(headers).some((name) => name.startsWith("if-"));
      if (!isAsked && (answer.status < 200 || answer.status >= 300)) throw new CrawlError("status", answer.status);
      return { ...answer, text: decodedBody(answer.body, answer.headers.get("content-type")) };
    },
    sitemapsOf: async (origin) => (await robotsOf(origin)).getSitemaps(),
  };
}
