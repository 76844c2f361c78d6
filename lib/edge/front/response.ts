import { createHash, randomBytes } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { isScripted } from "#lib/edge/front/scripts";
import { MAIL_STYLES } from "#lib/mail/schema";

/** Pages for one person: never kept by a cache, and their address never told to another site. */
const PERSONAL =
  /^\/(administration|connexion|bienvenue|inscriptions|rejoindre|avis|attestations|abonnement|apercu|api\/auth)(\/|\?|$)/;
export const isPersonal = (path: string): boolean => PERSONAL.test(path);
const TWO_YEARS_SECONDS = 63_072_000;

const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "font-src 'self'",
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
];

/**
 * The button that enters a room posts to us and is answered with the address of another site: browsers read this too.
 */
const ROOM = /^\/rejoindre\//;
const leadingOut = (directive: string) =>
  directive.startsWith("form-action") ? `${directive} https: http:` : directive;

/** A replay is loaded once the visitor asked to watch it here, and then only from the players that we show. */
const WATCHING = /^\/webinaires\/[^?/]+\?(?:.*&)?lecture=/;
const PLAYERS = "frame-src https://www.youtube-nocookie.com https://player.vimeo.com";

/** In development the framework evaluates modules, writes styles and listens to a socket. */
const DEVELOPING: Record<string, string> = {
  "script-src": " 'unsafe-inline' 'unsafe-eval'",
  "style-src": " 'unsafe-inline'",
  "connect-src": " ws:",
};
const developing = (directive: string) => directive + (DEVELOPING[directive.split(" ", 1).join()] ?? "");

const digestOf = (style: string) => `'sha256-${createHash("sha256").update(style).digest("base64")}'`;
/** A message that is previewed bears its styles, and a frame has the policy of its page: these are let in, by their digests. */
const PREVIEWED = `'unsafe-hashes' ${Object.values(MAIL_STYLES).map(digestOf).join(" ")}`;

/** The framework reads it in the request, and writes it on the scripts that it puts in its pages. */
const naming = (nonce: string) => (directive: string) =>
  directive.startsWith("script-src")
    ? `${directive} 'nonce-${nonce}'`
    : directive.startsWith("style-src")
      ? `${directive} ${PREVIEWED}`
      : directive;

/** The preview of a page is shown in its own frame, as wide as other screens. */
const FRAMED = /^\/apercu\//;
const framing = (directive: string) =>
  directive.startsWith("frame-ancestors") ? "frame-ancestors 'self'; frame-src 'self'" : directive;

/** The next session alone stands in pages of partners, whoever they are: X-Frame-Options has no word for them. */
const EMBEDDED = /^\/carte(\?|$)/;
const embedding = (directive: string) => (directive.startsWith("frame-ancestors") ? "frame-ancestors *" : directive);

const NONCE_BYTES = 16;

function policyOf(path: string, development: boolean): string[] {
  if (development) return POLICY.map(developing);
  return isScripted(path) ? POLICY.map(naming(randomBytes(NONCE_BYTES).toString("base64"))) : POLICY;
}

export function writeHeaders(
  response: ServerResponse,
  options: { path: string; secure: boolean; development: boolean; requestId: string },
): void {
  const personal = isPersonal(options.path);
  const framed = FRAMED.test(options.path);
  const embedded = EMBEDDED.test(options.path);
  const adapt = ROOM.test(options.path) ? leadingOut : framed ? framing : embedded ? embedding : String;
  const own = policyOf(options.path, options.development).map((directive) => adapt(directive));
  const policy = [...own, ...(WATCHING.test(options.path) ? [PLAYERS] : [])];
  const headers: Record<string, string> = {
    "Content-Security-Policy": [...policy, ...(options.secure ? ["upgrade-insecure-requests"] : [])].join("; "),
    "X-Content-Type-Options": "nosniff",
    ...(!embedded && { "X-Frame-Options": framed ? "SAMEORIGIN" : "DENY" }),
    // Not « no-referrer »: forms would come with « Origin: null ».
    "Referrer-Policy": personal ? "same-origin" : "strict-origin-when-cross-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=(), browsing-topics=()",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": embedded ? "cross-origin" : "same-origin",
    "X-Request-Id": options.requestId,
  };
  if (options.secure) headers["Strict-Transport-Security"] = `max-age=${TWO_YEARS_SECONDS}; includeSubDomains`;
  if (personal) {
    headers["Cache-Control"] = "no-store";
    headers["X-Robots-Tag"] = "noindex, nofollow";
  }
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
}

const CREATED = 201;
const SEE_OTHER = 303;
const TEMPORARY_REDIRECT = 307;
/** Said by `public/forms.js`, which leads to the answer itself: a browser would hide from it where that is. */
const FOLLOWED_BY_ITSELF = "x-form";

/** With a 307, which is how a page drawn again redirects, browsers would post the form a second time. */
export function neverReplay({ method, headers }: IncomingMessage, response: ServerResponse): void {
  if (method !== "POST") return;
  const answered = headers[FOLLOWED_BY_ITSELF] ? CREATED : SEE_OTHER;
  const writeHead = response.writeHead.bind(response) as (status: number, ...rest: unknown[]) => ServerResponse;
  response.writeHead = (status: number, ...rest: unknown[]) =>
    writeHead(status === TEMPORARY_REDIRECT || status === SEE_OTHER ? answered : status, ...rest);
}
