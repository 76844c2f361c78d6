import type { ServerResponse } from "node:http";
import { log } from "#lib/platform/log";

/** In place of the empty documents of the framework, whole pages. Why, and why in this way: the traps of lib/edge/README.md. */

/** The first that fits. */
const MISSING: readonly [RegExp, string][] = [
  [/^\/inscriptions\//, "/inscriptions"],
  [/^\/rejoindre\//, "/rejoindre"],
  [/^\/avis\//, "/avis"],
  [/^\//, "/introuvable"],
];
const INCIDENT = "/incident";
/** What the framework answers, in a few words of English, to a form of a page that is older than the portal. */
const STALE = { status: 409, page: "/formulaire-ancien" };
const LAST_RESORT = "Cette page ne peut pas être montrée. Réessayez dans quelques instants.\n";
/** Drawn with scripts by the back office itself. */
const OWN = /^\/administration(\/|\?|$)/;

export function errorPageFor(path: string, status: number): string | null {
  if (status === STALE.status) return STALE.page;
  if (OWN.test(path)) return null;
  const address = status === 500 ? INCIDENT : MISSING.find(([fits]) => fits.test(path))?.[1];
  return (status === 404 || status === 500) && address !== undefined && address !== path ? address : null;
}

const isEmpty = (response: ServerResponse) =>
  response.statusCode === STALE.status || String(response.getHeader("content-type") ?? "").startsWith("text/html");

/** Keeps back an empty document and sends what stands in for it, with the same status. */
export function replaceEmptyErrorPage(
  response: ServerResponse,
  choose: (status: number) => string | null,
  read: (address: string) => Promise<string>,
): void {
  const own = new Set(response.getHeaderNames());
  const real = {
    writeHead: response.writeHead.bind(response),
    write: response.write.bind(response),
    end: response.end.bind(response),
    flushHeaders: response.flushHeaders.bind(response),
  };
  let sending = false;
  const instead = () => (sending || response.headersSent || !isEmpty(response) ? null : choose(response.statusCode));

  async function send(address: string): Promise<void> {
    const html = await read(address).catch((error: unknown) => {
      log().error({ err: error, address }, "stand-in failed");
      return null;
    });
    for (const name of response.getHeaderNames()) if (!own.has(name)) response.removeHeader(name);
    response.setHeader("Content-Type", `text/${html === null ? "plain" : "html"}; charset=utf-8`);
    response.setHeader("Cache-Control", "no-store");
    sending = true;
    real.end(html ?? LAST_RESORT);
  }

  // Every way in which headers leave.
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
