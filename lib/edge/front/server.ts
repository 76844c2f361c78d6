import { randomUUID } from "node:crypto";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { Duplex } from "node:stream";
import { errorPageFor, replaceEmptyErrorPage } from "#lib/edge/front/error-pages";
import { readiness } from "#lib/edge/front/health";
import { refusal, sanitise } from "#lib/edge/front/request";
import { neverReplay, writeHeaders } from "#lib/edge/front/response";
import { env } from "#lib/platform/env";
import { log } from "#lib/platform/log";

/** A slow client may not hold a connection for ever. */
const HEADERS_TIMEOUT_MS = 10_000;
const REQUEST_TIMEOUT_MS = 30_000;
const STOP_TIMEOUT_MS = 8_000;

type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

export type Front = {
  /** Resolves once the port listens. @throws the error of the operating system (EADDRINUSE, EACCES…) */
  listen(port: number, host?: string): Promise<void>;
  /** Refuses new connections, lets requests under way end, then cuts what is left. */
  stop(): Promise<void>;
};

export function createFront(options: {
  siteUrl: string;
  development: boolean;
  pages: Handler;
  upgrade?: (request: IncomingMessage, socket: Duplex, head: Buffer) => Promise<void>;
}): Front {
  const { host: siteHost, protocol } = new URL(options.siteUrl);
  let stopping = false;

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = request.url ?? "/";
    const requestId = randomUUID();
    writeHeaders(response, { path, secure: protocol === "https:", development: options.development, requestId });
    neverReplay(request, response);
    const [pathname = "/"] = path.split("?");
    // In development, the framework shows where the incident comes from.
    replaceEmptyErrorPage(
      response,
      (status) => (status === 500 && options.development ? null : errorPageFor(pathname, status)),
      standIn,
    );
    const refused = refusal(request, siteHost);
    if (refused?.status === 404) return sendNotFound(response, refused.message);
    if (refused) return sendText(response, refused.status, refused.message);
    if (path === "/livez") return sendJson(response, 200, { live: true });
    if (path === "/readyz") {
      const { ready, checks } = await readiness();
      return sendJson(response, ready && !stopping ? 200 : 503, { ready: ready && !stopping, checks });
    }
    sanitise(request, options.siteUrl, requestId, env().TRUSTED_PROXIES);
    await options.pages(request, response);
  }

  const drawn = new Map<string, string>();

  /** Asked of ourselves, and drawn once: it is the same for everyone. */
  async function standIn(address: string): Promise<string> {
    const drawnPage = drawn.get(address);
    if (drawnPage) return drawnPage;
    const page = await fetch(`http://${ownAddress(server.address() as AddressInfo)}${address}`);
    if (page.status >= 500) throw new Error(`${address} answers ${page.status}`);
    const html = await page.text();
    if (!options.development) drawn.set(address, html);
    return html;
  }

  const server: Server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      log().error({ err: error }, "request failed");
      if (response.headersSent) response.destroy();
      else sendText(response, 500, "Un incident nous empêche de répondre. Réessayez dans quelques instants.");
    });
  });
  server.headersTimeout = HEADERS_TIMEOUT_MS;
  server.requestTimeout = REQUEST_TIMEOUT_MS;
  server.on("upgrade", (request, socket, head) => {
    if (options.upgrade) options.upgrade(request, socket, head).catch(() => socket.destroy());
    else socket.destroy();
  });

  return {
    listen: (port, host) =>
      new Promise((resolve, reject) => {
        server.once("error", reject);
        server.listen({ port, host }, () => resolve());
      }),
    stop: () =>
      new Promise((resolve) => {
        stopping = true;
        server.close(() => resolve());
        server.closeIdleConnections();
        setTimeout(() => server.closeAllConnections(), STOP_TIMEOUT_MS).unref();
      }),
  };
}

/** Where this server hears itself: an address that means « everywhere » is heard on the loopback interface. */
function ownAddress({ address, family, port }: AddressInfo): string {
  if (address === "::" || address === "0.0.0.0") return `127.0.0.1:${port}`;
  return family === "IPv6" ? `[${address}]:${port}` : `${address}:${port}`;
}

/** A sentence, for which a page of ours stands in. */
function sendNotFound(response: ServerResponse, message: string): void {
  response.statusCode = 404;
  response.setHeader("Content-Type", "text/html; charset=utf-8");
  response.end(message);
}

function sendText(response: ServerResponse, status: number, message: string): void {
  response.writeHead(status, { "Content-Type": "text/plain; charset=utf-8", "Cache-Control": "no-store" });
  response.end(`${message}\n`);
}

function sendJson(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { "Content-Type": "application/json; charset=utf-8", "Cache-Control": "no-store" });
  response.end(JSON.stringify(body));
}
