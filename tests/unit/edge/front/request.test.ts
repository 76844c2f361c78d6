import type { IncomingMessage } from "node:http";
import { describe, expect, it } from "vitest";
import { refusal, sanitise } from "#lib/edge/front/request";
import fc from "#tests/support/properties";

const SITE = "portail.example";

const request = (method: string, headers: Record<string, string> = {}, url = "/") =>
  ({
    method,
    url,
    headers: { host: SITE, ...headers },
    socket: { remoteAddress: "127.0.0.1" },
  }) as unknown as IncomingMessage;

const statusOf = (asked: IncomingMessage) => refusal(asked, SITE)?.status;

describe("refusal", () => {
  it.each(["TRACE", "PUT", "DELETE", "CONNECT", "PATCH"])("does not hear %s", (method) => {
    expect(statusOf(request(method))).toBe(405);
  });

  it("closes the image optimiser", () => {
    expect(statusOf(request("GET", {}, "/_next/image?url=/x&w=64"))).toBe(404);
    expect(statusOf(request("GET", {}, "/_next/static/x.css"))).toBeUndefined();
  });

  it("finds no page where an address is no text, or holds what the database refuses", () => {
    const bytes = fc.constantFrom("%00", "%ff", "%FF", "%c0%80", "%ed%a0%80", "%", "%e2%82");
    const part = fc.stringMatching(/^[a-z0-9-]{0,8}$/);
    fc.assert(
      fc.property(part, bytes, part, (before, wrong, after) => {
        expect(statusOf(request("GET", {}, `/webinaires/${before}${wrong}/${after}`))).toBe(404);
      }),
    );
    expect(statusOf(request("GET", {}, "/webinaires.ics?besoin=%00"))).toBe(404);
    for (const path of ["/x/../inscriptions/jeton", "/x/%2E%2e/besoins", "/./", "/..", "/\\ailleurs.example/x", "/#a"])
      expect(statusOf(request("GET", {}, path)), path).toBe(404);
    for (const path of ["/.well-known/security.txt", "/a..b", "/a.", "/ressources?q=a/../b#c"])
      expect(statusOf(request("GET", {}, path)), path).toBeUndefined();
  });

  it("lets any text through", () => {
    const text = fc.string({ unit: "grapheme" });
    fc.assert(
      // A dot alone is no name: it is taken out of the path.
      fc.property(
        text.filter((name) => name !== "." && name !== ".."),
        text,
        (name, value) => {
          const [slug, asked] = [name, value].map((part) => encodeURIComponent(part.replaceAll("\0", "")));
          expect(statusOf(request("GET", {}, `/webinaires/${slug}?q=${asked}`))).toBeUndefined();
        },
      ),
    );
    expect(statusOf(request("GET", {}, "/ressources?q=100%"))).toBeUndefined();
  });

  it("takes a form from our own pages, and from the public address behind a proxy", () => {
    expect(statusOf(request("POST", { origin: `https://${SITE}`, "sec-fetch-site": "same-origin" }))).toBeUndefined();
    expect(statusOf(request("POST", { host: "127.0.0.1:3000", origin: `https://${SITE}` }))).toBeUndefined();
  });

  it.each<Record<string, string>>([
    { origin: "https://ailleurs.example" },
    { origin: "null" },
    { "sec-fetch-site": "cross-site" },
    { origin: "https://ailleurs.example", "x-forwarded-host": "ailleurs.example" },
  ])("refuses a form from elsewhere: %o", (headers) => {
    expect(statusOf(request("POST", headers))).toBe(403);
  });

  it("wants to know which site is asked", () => {
    expect(refusal({ method: "GET", url: "/", headers: {} } as IncomingMessage, SITE)?.status).toBe(400);
    const twice = { ...request("GET"), rawHeaders: ["Host", SITE, "Accept", "host", "HOST", "ailleurs.example"] };
    expect(statusOf(twice as unknown as IncomingMessage)).toBe(400);
  });

  it.each(["a".repeat(64), `${"a".repeat(64)}.fr`, "a b", "a/b", "x@y", "", ".fr", "a..fr", `${"a.".repeat(130)}fr`])(
    "knows no host called « %s »",
    (host) => expect(statusOf(request("GET", { host }))).toBe(400),
  );

  it.each([SITE, `${"a".repeat(63)}.fr`, "localhost:3000", "127.0.0.1", "[::1]:3000", "portail.example."])(
    "knows the host %s",
    (host) => expect(statusOf(request("GET", { host }))).toBeUndefined(),
  );

  it.each(["garbage", "%", "{}", "1"])("hears no state of the page such as %s", (state) => {
    expect(statusOf(request("GET", { "next-router-state-tree": state }))).toBe(400);
    expect(statusOf(request("GET", { "next-router-state-tree": encodeURIComponent('["",{}]') }))).toBeUndefined();
  });

  it.each(["http://ailleurs.example/", "https://portail.example/", "ailleurs.example:443", "*", "besoins"])(
    "is asked for a page of its own, never for %s",
    (url) => expect(statusOf(request("GET", {}, url))).toBe(400),
  );
});

describe("sanitise", () => {
  it("removes what only a front may say and writes its own", () => {
    const asked = request("GET", {
      forwarded: "for=1.2.3.4",
      "x-forwarded-host": "ailleurs.example",
      "x-forwarded-for": "1.2.3.4",
      "x-client-address": "1.2.3.4",
      "x-asked": "GET /administration/ailleurs",
      "x-middleware-subrequest": "x",
      "x-nextjs-data": "1",
      "content-security-policy": "script-src 'nonce-theirs'",
      "next-resume": "1",
      accept: "text/html",
    });
    sanitise(asked, "https://portail.example", "id");
    expect(asked.headers).toEqual({
      host: SITE,
      accept: "text/html",
      "x-forwarded-host": SITE,
      "x-forwarded-proto": "https",
      "x-forwarded-for": "127.0.0.1",
      "x-request-id": "id",
      "x-asked": "GET /",
    });
  });

  it("tells the pages where a visitor comes from, whatever the visitor says", () => {
    const asked = request("GET", { "x-client-address": "1.2.3.4", "x-forwarded-for": "5.6.7.8, 203.0.113.7" });
    sanitise(asked, "https://portail.example", "id", 1);
    expect(asked.headers["x-client-address"]).toBe("203.0.113.7");
  });
});
