import type { IncomingHttpHeaders } from "node:http";
import { isbot } from "isbot";
import { LRUCache } from "lru-cache";

const OK = 200;
const NOT_MODIFIED = 304;

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
