import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";

/** A cache before the portal, as those that are bought: it keeps what it is told to, and lets go of tags that it is told. */
export type CacheInFront = {
  url: string;
  purgeUrl: string;
  /** Every purge, as it was told. */
  purges: string[][];
  /** Whether it hears what it is told. */
  hears: boolean;
  close(): Promise<void>;
};

type Kept = { status: number; type: string; body: string; tags: string[]; until: number };

/** @param origin address of the portal, known once it has started */
export async function startCacheInFront(origin: () => string): Promise<CacheInFront> {
  const kept = new Map<string, Kept>();

  async function purge(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { tags } = JSON.parse(await text(request)) as { tags: string[] };
    response.statusCode = cache.hears ? 204 : 503;
    response.end();
    if (!cache.hears) return;
    cache.purges.push(tags);
    for (const [address, page] of kept)
      if (tags.includes("*") || page.tags.some((tag) => tags.includes(tag))) kept.delete(address);
  }

  async function give(address: string, response: ServerResponse): Promise<void> {
    const known = kept.get(address);
    const isHit = known !== undefined && known.until > performance.now();
    const { status, type, body } = isHit ? known : await fetchPage(address);
    response.writeHead(status, { "Content-Type": type, "X-Cache": isHit ? "hit" : "miss" }).end(body);
  }

  async function fetchPage(address: string): Promise<Kept> {
    const answer = await fetch(origin() + address, { redirect: "manual" });
    const seconds = Number(/max-age=(\d+)/.exec(answer.headers.get("cdn-cache-control") ?? "")?.[1] ?? 0);
    const page = {
      status: answer.status,
      type: answer.headers.get("content-type") ?? "",
      body: await answer.text(),
      tags: (answer.headers.get("surrogate-key") ?? "").split(" "),
      until: performance.now() + seconds * 1_000,
    };
    if (seconds > 0) kept.set(address, page);
    return page;
  }

  const server = createServer((request, response) => {
    const { method, url = "" } = request;
    const done = method === "POST" ? purge(request, response) : give(url, response);
    done.catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const url = `http://127.0.0.1:${port}`;
  const cache: CacheInFront = {
    url,
    purgeUrl: `${url}/purge`,
    purges: [],
    hears: true,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return cache;
}
