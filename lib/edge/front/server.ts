import { randomUUID } from "node:crypto";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { Duplex } from "node:stream";
import { setTimeout as wait } from "node:timers/promises";
import { withOutcome } from "#lib/edge/form-outcome";
import { inUtf8, meantAddress, ownAddress } from "#lib/edge/front/addresses";
import { answerStored } from "#lib/edge/front/archive";
import { limitsOf, readBody, TOO_HEAVY, withBody } from "#lib/edge/front/body";
import { type DirectForms, runDirectly } from "#lib/edge/front/direct-forms";
import { errorPageFor, replaceEmptyErrorPage } from "#lib/edge/front/error-pages";
import type { FindFile } from "#lib/edge/front/files";
import { bodyRefusal, readForm } from "#lib/edge/front/form-body";
import { readiness } from "#lib/edge/front/health";
import { type Finish, holdBody, leaveScripts, tellInvalid, tellMissing } from "#lib/edge/front/held-body";
import { type Refusal, refusal, sanitise } from "#lib/edge/front/request";
import { neverReplay, writeHeaders } from "#lib/edge/front/response";
import { isScripted } from "#lib/edge/front/scripts";
import { createStaticFiles } from "#lib/edge/front/static-files";
import { answerUnheard } from "#lib/edge/front/unheard";
import { createPageCache, isKeepable, type PageCache, type Site } from "#lib/edge/page-cache/page-cache";
import type { Handler } from "#lib/edge/page-cache/render";
import type { FindLeft } from "#lib/edge/page-cache/source";
import { keepTyped } from "#lib/edge/returned-forms/keep-typed";
import type { Archive } from "#lib/files/archive";
import { atAddress } from "#lib/observation/page";
import { now } from "#lib/platform/clock";
import { env } from "#lib/platform/env";
import { log } from "#lib/platform/log";
import { paths } from "#lib/platform/paths";

/** A slow client may not hold a connection for ever. */
const HEADERS_TIMEOUT_MS = 10_000;
const REQUEST_TIMEOUT_MS = 30_000;
const STOP_TIMEOUT_MS = 8_000;
/** Longer than a balancer keeps an idle connection (60 s for nginx): it must never send on one that we close. */
const KEEP_ALIVE_MS = 75_000;

const STOOD_IN = new Set<Refusal["status"]>([400, 404, 413, 415]);
const FOR_TOOLS = new Set<Refusal["status"]>([403, 405]);
const POLICY_NAME = "content-security-policy";
const ASSET = /^\/_next\//;

export type Front = {
  /** Resolves once the port listens. @throws the error of the operating system (EADDRINUSE, EACCES…) */
  listen(port: number, host?: string): Promise<void>;
  /** Resolves once whatever was committed before the call is in every page that is given. */
  caughtUp(): Promise<void>;
  /**
   * Says that it leaves, refuses new connections, lets requests under way end, then cuts what is left.
   * @param drainMs for how long `/readyz` says so while everything is still answered
   */
  stop(drainMs?: number): Promise<void>;
};

export function createFront(options: {
  siteUrl: string;
  development: boolean;
  pages: Handler;
  /** What an address answers whose page has left it. */
  left?: FindLeft | undefined;
  /** What the page cache must know of the site; without it each page is rendered for each visitor. */
  cache?: { site: Site; maxBytes: number; purgeUrl?: string | undefined } | undefined;
  see?: ((request: IncomingMessage, status: number) => void) | undefined;
  /** Forms that are run here, and drawn by the pages when they are not accepted. */
  forms?: DirectForms | undefined;
  file?: FindFile | undefined;
  archive?: Archive | undefined;
  upgrade?: (request: IncomingMessage, socket: Duplex, head: Buffer) => Promise<void>;
}): Front {
  const { host: siteHost, protocol } = new URL(options.siteUrl);
  const cache = options.cache && createPageCache({ ...options, ...options.cache });
  const files = createStaticFiles();
  let stopping = false;

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (stopping) response.shouldKeepAlive = false;
    request.url = inUtf8(request.url ?? "/");
    const path = request.url;
    const requestId = randomUUID();
    let body: Buffer | null = null;
    const duringOutage = async (kept: PageCache) => {
      const page = await kept.duringOutage(path);
      const sent = request.method === "POST" ? body : null;
      const typed = page && sent ? await readForm(sent, request.headers).catch(() => null) : null;
      return page && typed ? keepTyped(page, typed) : page;
    };
    writeHeaders(response, { path, secure: protocol === "https:", development: options.development, requestId });
    const isRead = request.method === "GET" || request.method === "HEAD";
    const file = isRead && !options.development ? await files.find(path).catch(unfound) : null;
    if (file) return void response.writeHead(200, file.headers).end(file.body);
    if (isRead && (await answerStored(request, response, options))) return;
    if (cache && isKeepable(request) && !refusal(request, siteHost)) {
      await cache.answer(request, response);
      return options.see?.(request, response.statusCode);
    }
    neverReplay(request, response);
    if (cache && !isRead) afterAll(response, cache.caughtUp);
    const [pathname = "/"] = path.split("?");
    const accepted = request.headers["accept-encoding"]?.toString();
    replaceEmptyErrorPage(response, {
      // In development, the framework shows where the incident comes from.
      choose: (status, type) => (status === 500 && options.development ? null : errorPageFor(pathname, status, type)),
      read: standIn,
      accepted,
      ...(isRead && {
        meant: () => whereMeant(path),
        left: async () => (await options.left?.(pathname, now())) ?? null,
      }),
      ...(cache && { outage: () => duringOutage(cache) }),
    });
    const refused = refusal(request, siteHost);
    if (refused) return sendRefusal(response, refused, request.headers.accept);
    if (path === paths.live()) return sendJson(response, 200, { live: true });
    if (path === paths.ready()) {
      const { ready, checks } = stopping ? { ready: false, checks: [] } : await readiness();
      return sendJson(response, ready ? 200 : 503, { ready, checks });
    }
    const limits = limitsOf(path);
    body = await readBody(request, limits.bytes);
    if (body === null) return sendRefusal(response, TOO_HEAVY);
    const unread = await bodyRefusal(body, request.headers, limits);
    if (unread) return sendRefusal(response, unread);
    sanitise(request, options.siteUrl, requestId, env().TRUSTED_PROXIES);
    if (isScripted(path)) request.headers[POLICY_NAME] = String(response.getHeader(POLICY_NAME));
    const outcome = await runDirectly(options.forms, request, body);
    if (outcome?.ok) return leadTo(response, outcome.redirectTo);
    const drawn = request.method === "POST" ? withBody(request, body) : request;
    const draw = (done = () => {}) => {
      const finishes = finishesOf(request, options.development);
      if (finishes.length > 0) {
        delete request.headers["accept-encoding"];
        // What is sent to a slow reader, or waits for another page, is drawn.
        const tellDone: Finish = (whole) => {
          done();
          return whole;
        };
        holdBody(response, [...finishes, tellDone], accepted);
      }
      return atAddress(pathname, () => options.pages(drawn, response));
    };
    if (cache && request.method !== "POST" && !ASSET.test(path) && !isScripted(path))
      return cache.inTurn(request, response, draw);
    await (outcome ? withOutcome(outcome, draw) : draw());
  }

  const askOurselves = (address: string, init: RequestInit = {}) =>
    fetch(`http://${ownAddress(server.address() as AddressInfo)}${address}`, { redirect: "manual", ...init });

  async function whereMeant(path: string): Promise<string | null> {
    const address = meantAddress(path);
    if (!address) return null;
    const found = await askOurselves(address, { method: "HEAD" }).catch(() => null);
    return found && found.status < 400 ? address : null;
  }
  const drawn = new Map<string, string>();
  /** Asked of ourselves, and drawn once: it is the same for everyone. */
  async function standIn(address: string): Promise<string> {
    const drawnPage = drawn.get(address);
    if (drawnPage) return drawnPage;
    const page = await askOurselves(address);
    if (page.status >= 500) throw new Error(`${address} answers ${page.status}`);
    const html = await page.text();
    if (!options.development) drawn.set(address, html);
    return html;
  }

  const server: Server = createServer({ requireHostHeader: false }, (request, response) => {
    answer(request, response).catch((error: unknown) => {
      log().error({ err: error }, "request failed");
      if (response.headersSent) response.destroy();
      else sendText(response, 500, "Un incident nous empêche de répondre. Réessayez dans quelques instants.");
    });
  });
  server.headersTimeout = HEADERS_TIMEOUT_MS;
  server.requestTimeout = REQUEST_TIMEOUT_MS;
  server.keepAliveTimeout = KEEP_ALIVE_MS;
  server.on("clientError", answerUnheard);
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
    caughtUp: async () => cache?.caughtUp(),
    async stop(drainMs = 0) {
      stopping = true;
      if (drainMs) await wait(drainMs);
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeIdleConnections();
        setTimeout(() => server.closeAllConnections(), STOP_TIMEOUT_MS).unref();
      });
      await cache?.stop();
    },
  };
}

/** Keeps the end of an answer back until some work is done, so that whoever reads it may count on it. */
function afterAll(response: ServerResponse, work: () => Promise<void>): void {
  const end = response.end.bind(response) as (...args: unknown[]) => ServerResponse;
  response.end = (...args: unknown[]) => {
    work().finally(() => end(...args));
    return response;
  };
}

/** What is done to an answer before it leaves; none where the framework sends it as it goes. */
function finishesOf({ method, url = "", headers }: IncomingMessage, development: boolean): Finish[] {
  const isRead = method === "GET" || method === "HEAD";
  return [
    ...(isRead && headers.rsc ? [tellMissing] : []),
    ...(method === "POST" && !headers["next-action"] ? [tellInvalid] : []),
    ...(development || isScripted(url) || ASSET.test(url) ? [] : [leaveScripts]),
  ];
}

function unfound(error: unknown): null {
  log().warn({ err: error }, "no file of another build");
  return null;
}

function sendRefusal(response: ServerResponse, { status, message }: Refusal, wanted = ""): void {
  const isStoodIn = STOOD_IN.has(status) || (FOR_TOOLS.has(status) && wanted.includes("text/html"));
  response.statusCode = status;
  response.setHeader("Content-Type", isStoodIn ? "text/plain" : "text/plain; charset=utf-8");
  response.setHeader("Cache-Control", "no-store");
  response.end(`${message}\n`);
}

const SEE_OTHER = 303;

function leadTo(response: ServerResponse, address: string): void {
  response.writeHead(SEE_OTHER, { Location: address, "Cache-Control": "no-store" }).end();
}

function sendText(response: ServerResponse, status: number, message: string): void {
  response.writeHead(status, { "Content-Type": "text/plain; charset=utf-8", "Cache-Control": "no-store" });
  response.end(`${message}\n`);
}

function sendJson(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { "Content-Type": "application/json; charset=utf-8", "Cache-Control": "no-store" });
  response.end(JSON.stringify(body));
}
