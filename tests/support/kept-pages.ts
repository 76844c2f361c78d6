import { request as ask, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from "node:http";
import inject from "light-my-request";
import { createPageCache, type PageCache } from "#lib/edge/page-cache/page-cache";
import type { Site } from "#lib/edge/page-cache/source";
import { canonicalAddress } from "#lib/site/parameters";
import { DAY, later } from "#tests/support/clock";

/** A page cache before pages that a test draws, on the database of the test. */

export type Pages = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

export const HTML = "text/html; charset=utf-8";
const CACHE_BYTES = 10_000_000;

export const siteWith = (addresses: string[] = []): Site => ({
  canonical: canonicalAddress,
  addresses: async () => addresses,
  nextInstant: async (at) => later(DAY, at),
});

type Options = Partial<Parameters<typeof createPageCache>[0]>;

export const openCache = (pages: Pages, addresses: string[] = [], others: Options = {}): PageCache =>
  createPageCache({
    pages,
    siteUrl: "https://portail.example",
    site: siteWith(addresses),
    maxBytes: CACHE_BYTES,
    ...others,
  });

export type Asked = { method?: "GET" | "HEAD" | "POST" | "OPTIONS"; headers?: Record<string, string> };

export async function from(cache: PageCache, url: string, { method = "GET", headers = {} }: Asked = {}) {
  const {
    statusCode,
    headers: told,
    rawPayload,
  } = await inject((request, response) => void cache.answer(request, response), { url, method, headers });
  return { status: statusCode, headers: told, body: rawPayload };
}

export type Told = { status: number; headers: IncomingHttpHeaders; body: Buffer };

/** Over HTTP, with these headers and no other. */
export const over = (port: number, path: string, { method = "GET", headers = {} }: Asked = {}): Promise<Told> =>
  new Promise((resolve, reject) => {
    const sent = ask({ host: "127.0.0.1", port, path, method, headers, agent: false }, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("end", () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks) }),
      );
    });
    sent.on("error", reject);
    sent.end();
  });
