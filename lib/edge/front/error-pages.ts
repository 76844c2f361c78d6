import type { ServerResponse } from "node:http";
import { compress, encodingFor } from "#lib/edge/front/compression";
import { log } from "#lib/platform/log";

/** In place of the empty documents of the framework, whole pages. Why, and why in this way: the traps of lib/edge/README.md. */

const MISSING: readonly [RegExp, string][] = [
  [/^\/inscriptions\//, "/inscriptions"],
  [/^\/rejoindre\//, "/rejoindre"],
  [/^\/abonnement\//, "/abonnement"],
  [/^\/avis\//, "/avis"],
  [/^\//, "/introuvable"],
];
export const INCIDENT_PAGE = "/incident";
export const UNAVAILABLE_PAGE = "/indisponible";
/** What the framework answers in a few words of English, or the front refuses, whichever part of the site was asked. */
const FORMS = new Map([
  [400, "/envoi-illisible"],
  [403, "/envoi-refuse"],
  [405, "/envoi-refuse"],
  [409, "/formulaire-ancien"],
  [413, "/envoi-trop-lourd"],
  [415, "/envoi-illisible"],
]);
const LAST_RESORT = "Cette page ne peut pas être montrée. Réessayez dans quelques instants.\n";
/** Drawn with scripts by the back office itself. */
const OWN = /^\/administration(\/|\?|$)/;

const isBare = (type: string) => type === "text/plain" || type === "";

/**
 * The page that stands in for an answer; null where the answer is already one for people.
 * @param type of the content that would be sent
 */
export function errorPageFor(path: string, status: number, type: string): string | null {
  const form = FORMS.get(status);
  if (form) return isBare(type) ? form : null;
  if (OWN.test(path) ? !isBare(type) : !isBare(type) && !type.startsWith("text/html")) return null;
  const address = status === 500 ? INCIDENT_PAGE : MISSING.find(([fits]) => fits.test(path))?.[1];
  return (status === 404 || status === 500) && address !== undefined && address !== path ? address : null;
}

/** In place of a page that has left its address. */
export const LEFT = "/retiree";
const STAND_INS = new Set([
  ...MISSING.map(([, address]) => address),
  ...FORMS.values(),
  ...[INCIDENT_PAGE, UNAVAILABLE_PAGE, LEFT],
]);
/** Whether a page stands in for others: it is drawn once, for whatever may happen. */
export const isStandIn = (address: string): boolean => STAND_INS.has(address);

/** What an address answers whose page has left it: another address, or that there is nothing any more. */
export type Left = { target: string | null };

const NOT_FOUND = 404;
export const GONE = 410;
const MOVED_PERMANENTLY = 301;
const FAILED = 500;
export const UNAVAILABLE = 503;
/** How long a page that could not be given asks to wait. */
export const RETRY_AFTER_SECONDS = 5;
const failed = (address: string) => (error: unknown) => {
  log().error({ err: error, address }, "stand-in failed");
  return null;
};

type StandIn = {
  choose: (status: number, type: string) => string | null;
  read: (address: string) => Promise<string>;
  meant?: () => Promise<string | null>;
  left?: () => Promise<Left | null>;
  /** A page for whoever comes while the database does not answer; null when it does. */
  outage?: () => Promise<string | null>;
  accepted?: string | undefined;
};

/** Keeps back an empty document and sends what stands in for it, with the same status. */
export function replaceEmptyErrorPage(
  response: ServerResponse,
  { choose, read, meant, left, outage, accepted }: StandIn,
): void {
  const own = new Set(response.getHeaderNames());
  const real = {
    writeHead: response.writeHead.bind(response),
    write: response.write.bind(response),
    end: response.end.bind(response),
    flushHeaders: response.flushHeaders.bind(response),
  };
  let sending = false;
  const typeOf = () => String(response.getHeader("content-type") ?? "");
  const instead = () => (sending || response.headersSent ? null : choose(response.statusCode, typeOf()));

  async function send(address: string): Promise<void> {
    const gone = response.statusCode === NOT_FOUND ? ((await left?.().catch(failed(address))) ?? null) : null;
    const elsewhere = gone ? gone.target : response.statusCode === NOT_FOUND ? await meant?.() : null;
    const away = response.statusCode === FAILED ? ((await outage?.().catch(failed(address))) ?? null) : null;
    const html = elsewhere ? "" : (away ?? (await read(gone ? LEFT : address).catch(failed(address))));
    for (const name of response.getHeaderNames()) if (!own.has(name)) response.removeHeader(name);
    sending = true;
    if (elsewhere) return leadTo(elsewhere);
    if (gone) response.statusCode = GONE;
    if (away !== null) {
      response.statusCode = UNAVAILABLE;
      response.setHeader("Retry-After", RETRY_AFTER_SECONDS);
    }
    response.setHeader("Content-Type", `text/${html === null ? "plain" : "html"}; charset=utf-8`);
    response.setHeader("Cache-Control", "no-store");
    response.setHeader("Vary", "Accept-Encoding");
    const body = Buffer.from(html ?? LAST_RESORT);
    const encoding = html === null ? null : encodingFor(accepted);
    if (encoding) response.setHeader("Content-Encoding", encoding);
    real.end(encoding ? compress(encoding, body) : body);
  }

  function leadTo(address: string): void {
    response.statusCode = MOVED_PERMANENTLY;
    response.setHeader("Location", address);
    real.end();
  }

  const guarded =
    <A extends unknown[], R>(pass: (...args: A) => R, held: R) =>
    (...args: A): R =>
      instead() === null ? pass(...args) : held;
  Object.assign(response, {
    writeHead: guarded(real.writeHead, response),
    write: guarded(real.write, true),
    flushHeaders: guarded(real.flushHeaders, undefined),
    end: (...args: Parameters<typeof real.end>) => {
      const address = instead();
      if (address === null) return real.end(...args);
      void send(address);
      return response;
    },
  });
}
