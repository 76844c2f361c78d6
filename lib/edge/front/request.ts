import type { IncomingMessage } from "node:http";
import { CLIENT_ADDRESS, clientAddress } from "#lib/edge/front/client-address";

/** What was asked for, told to the pages at every request: « POST /administration/pages/1?page=2 ». */
export const ASKED = "x-asked";

/**
 * Headers that only a front may write: a visitor who sends them would speak in its name.
 * The two names of a request, which pages send in development, pass: without them the answer of a form never comes.
 */
const FRONT_ONLY =
  /^(forwarded|x-forwarded-.*|x-real-ip|x-client-address|x-asked|content-security-policy.*|x-middleware-.*|x-nextjs-(?!(html-)?request-id$).*|x-invoke-.*|x-matched-path|x-now-.*|x-prerender-.*|x-vercel-.*|next-resume)$/;

const METHODS = new Set(["GET", "HEAD", "POST", "OPTIONS"]);
const SAFE = new Set(["GET", "HEAD", "OPTIONS"]);
/** The image optimiser is off: its address must not even be tried. */
const CLOSED = /^\/_next\/image(\/|\?|$)/;
/** RFC 1035 §2.3.4: a label of a host has 63 characters at most. */
const HOST = /^(\[[0-9a-f:.]+\]|(?=.{1,253}(:|$))[a-z0-9_-]{1,63}(\.[a-z0-9_-]{1,63})*\.?)(:\d{1,5})?$/i;

export type Refusal = { status: 400 | 403 | 404 | 405 | 413 | 415; message: string };

/**
 * Whether a request may reach the pages. A write must come from one of our own: the framework's check believes a
 * forwarded host sent by the client, and lets requests without an origin through.
 * @param siteHost host of SITE_URL, port included
 */
export function refusal(request: IncomingMessage, siteHost: string): Refusal | null {
  const { method = "", url = "", headers } = request;
  if (!METHODS.has(method)) return { status: 405, message: "Cette méthode n’est pas acceptée." };
  if (!headers.host || !HOST.test(headers.host) || namesOfHost(request) > 1 || !url.startsWith("/")) return ASTRAY;
  if (CLOSED.test(url) || isUnreadable(url)) return { status: 404, message: "Cette adresse n’existe pas." };
  if (!isRouterState(headers[ROUTER_STATE])) return ASTRAY;
  if (SAFE.has(method)) return null;
  if (headers["sec-fetch-site"] === "cross-site" || !fromOurPages(headers.origin, [headers.host, siteHost])) {
    return { status: 403, message: "Ce formulaire a été envoyé depuis un autre site\u00A0: rien n’a été enregistré." };
  }
  return null;
}

const ASTRAY: Refusal = { status: 400, message: "La requête ne dit pas à quelle page de quel site elle s’adresse." };

/** What scripts say they show already: the framework fails on any other text. */
const ROUTER_STATE = "next-router-state-tree";

function isRouterState(said: string | string[] | undefined): boolean {
  try {
    return said === undefined || Array.isArray(JSON.parse(decodeURIComponent(String(said))));
  } catch {
    return false;
  }
}

const namesOfHost = ({ rawHeaders = [] }: IncomingMessage): number =>
  rawHeaders.filter((name, index) => index % 2 === 0 && name.toLowerCase() === "host").length;

/** What whoever reads an address takes out of it: it would be judged as one page, and drawn as another. */
const TAKEN_OUT = /[\\#]|\/(\.|%2e){1,2}(\/|$)/i;

/** An address that no page has: bytes that are no text, or a NUL, which the database refuses. */
function isUnreadable(url: string): boolean {
  const path = url.split("?", 1).join();
  try {
    decodeURIComponent(path);
    return url.includes("%00") || TAKEN_OUT.test(path);
  } catch {
    return true;
  }
}

function fromOurPages(origin: string | undefined, hosts: string[]): boolean {
  // Sent by tools without cookies, never by a page of another site: browsers name the origin of every cross-site POST.
  if (origin === undefined) return true;
  return URL.canParse(origin) && hosts.includes(new URL(origin).host);
}

/** Removes what a client may not say and writes what the pages may believe. */
export function sanitise(request: IncomingMessage, siteUrl: string, requestId: string, trustedProxies = 0): void {
  const { headers } = request;
  const address = clientAddress(request, trustedProxies);
  for (const name of Object.keys(headers)) if (FRONT_ONLY.test(name)) delete headers[name];
  const { origin } = headers;
  headers["x-forwarded-host"] = origin && URL.canParse(origin) ? new URL(origin).host : headers.host;
  headers["x-forwarded-proto"] = new URL(siteUrl).protocol.slice(0, -1);
  headers["x-forwarded-for"] = request.socket.remoteAddress ?? "";
  headers["x-request-id"] = requestId;
  headers[ASKED] = `${request.method} ${request.url}`;
  if (address) headers[CLIENT_ADDRESS] = address;
}
