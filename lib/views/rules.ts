import type { IncomingHttpHeaders } from "node:http";
import { isbot } from "isbot";
import { LRUCache } from "lru-cache";
import { inParis } from "#lib/platform/dates";

const OK = 200;
const NOT_MODIFIED = 304;
const FILE = /^(.+)\/[^/]+\.(?:ics|ris|bib)$/;
const MONTHS = 12;

/** Few programs read many pages: each is judged once. */
const readers = new LRUCache<string, boolean>({ max: 2_000 });

/** A program that does not say what it is is a robot. */
function isReader(agent: string | undefined): boolean {
  if (!agent) return false;
  const known = readers.get(agent);
  if (known !== undefined) return known;
  const reads = !isbot(agent);
  readers.set(agent, reads);
  return reads;
}

type Answered = { method?: string | undefined; url?: string | undefined; headers: IncomingHttpHeaders };

/** The path that somebody read; null for a robot, for what is fetched beforehand, and for what is no whole answer. */
export function viewedPath({ method, url = "/", headers }: Answered, status: number): string | null {
  if (method !== "GET" || (status !== OK && status !== NOT_MODIFIED)) return null;
  if (headers["sec-purpose"] !== undefined || !isReader(headers["user-agent"])) return null;
  const cut = url.indexOf("?");
  return cut === -1 ? url : url.slice(0, cut);
}

export const isFile = (path: string): boolean => FILE.test(path);

/** All that is neither a page of the site map nor a file beside one of them. */
export const OTHER_PAGES = "";

/** Where a path is counted: a bounded number of names, whatever is asked for. */
export function countedUnder(path: string, pages: ReadonlySet<string>): string | null {
  if (pages.has(path)) return path;
  const [, page] = FILE.exec(path) ?? [];
  if (page !== undefined) return pages.has(page) ? path : null;
  return /\.[a-z]+$/.test(path) ? null : OTHER_PAGES;
}

export const byCountedName = (taken: ReadonlyMap<string, number>, pages: ReadonlySet<string>): Map<string, number> => {
  const counts = new Map<string, number>();
  for (const [path, count] of taken) {
    const name = countedUnder(path, pages);
    if (name !== null) counts.set(name, (counts.get(name) ?? 0) + count);
  }
  return counts;
};

/** The twelve whole months before that of an instant, in Paris: « 2026-10 ». */
export function monthsBefore(at: Date): string[] {
  const present = inParis(at).toPlainDate().toPlainYearMonth();
  return Array.from({ length: MONTHS }, (_, index) => present.subtract({ months: MONTHS - index }).toString());
}
