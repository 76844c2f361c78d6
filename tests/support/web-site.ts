import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

type Answer = {
  status?: number;
  headers?: Record<string, string>;
  body?: string | Uint8Array;
  /** Says nothing more after its headers, or not even them. */
  hangs?: "at once" | "in its body";
};
export type Pages = Record<string, Answer | string | ((request: IncomingMessage) => Answer | string)>;

export type WebSite = {
  origin: string;
  port: number;
  /** Paths asked so far, in order. */
  asked: string[];
  /** The most requests that were open together. */
  together: () => number;
  pages: Pages;
  close: () => Promise<void>;
};

/** A web site on loopback; a path that is not among its pages is a 404. Pages may be changed while it runs. */
export async function webSite(pages: Pages): Promise<WebSite> {
  const asked: string[] = [];
  let open = 0;
  let most = 0;
  const answer = (request: IncomingMessage, response: ServerResponse) => {
    const path = request.url ?? "";
    asked.push(path);
    open += 1;
    most = Math.max(most, open);
    response.on("close", () => {
      open -= 1;
    });
    const page = site.pages[path];
    const made = typeof page === "function" ? page(request) : page;
    const {
      status = 200,
      headers,
      body = "",
      hangs,
    } = typeof made === "string" ? { body: made } : (made ?? { status: 404 });
    if (hangs === "at once") return;
    response.writeHead(status, { "content-type": "text/html; charset=utf-8", ...headers });
    if (hangs) response.write(body);
    else response.end(body);
  };
  const server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const site: WebSite = {
    origin: `http://127.0.0.1:${port}`,
    port,
    asked,
    together: () => most,
    pages,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return site;
}
