import { createHash } from "node:crypto";
import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { describe, expect, it } from "vitest";
import { neverReplay, writeHeaders } from "#lib/edge/front/response";
import { MAIL_STYLES } from "#lib/mail/schema";

function headersOf(path: string, secure = true, development = false): Record<string, string> {
  const written: Record<string, string> = {};
  const response = { setHeader: (name: string, value: string) => Object.assign(written, { [name]: value }) };
  writeHeaders(response as unknown as ServerResponse, { path, secure, development, requestId: "id" });
  return written;
}

describe("writeHeaders", () => {
  it("lets nothing come from another host and nobody frame the pages", () => {
    const policy = headersOf("/")["Content-Security-Policy"];
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toContain("http:");
  });

  const directivesOf = (path: string, development = false) =>
    new Map(
      headersOf(path, true, development)
        ["Content-Security-Policy"]?.split("; ")
        .map((directive) => [directive.split(" ", 1).join(), directive.split(" ").slice(1)]),
    );

  it.each(["/", "/inscriptions/jeton", "/rejoindre/jeton", "/nulle-part", "/_next/static/a.js"])(
    "lets nothing run at %s but what is ours, in a file",
    (path) => {
      const directives = directivesOf(path);
      expect(directives.get("script-src")).toEqual(["'self'"]);
      expect(directives.get("style-src")).toEqual(["'self'"]);
      expect(headersOf(path)["Content-Security-Policy"]).not.toContain("unsafe");
    },
  );

  it.each(["/administration", "/administration/pages/1", "/connexion?retour=/", "/bienvenue/jeton"])(
    "names at %s the scripts of the framework, another way each time",
    (path) => {
      const [first, second] = [directivesOf(path), directivesOf(path)];
      expect(first.get("script-src")).toEqual(["'self'", expect.stringMatching(/^'nonce-[\w+/]{22}=='$/)]);
      expect(first.get("script-src")).not.toEqual(second.get("script-src"));
      const digests = Object.values(MAIL_STYLES).map((style) => createHash("sha256").update(style).digest("base64"));
      expect(first.get("style-src")).toEqual(["'self'", "'unsafe-hashes'", ...digests.map((one) => `'sha256-${one}'`)]);
      expect(headersOf(path)["Content-Security-Policy"]).not.toMatch(/unsafe-(inline|eval)/);
    },
  );

  it("lets every site frame the card of the next session, and no other address", () => {
    const card = headersOf("/carte?utm_source=a");
    expect(card["Content-Security-Policy"]).toContain("frame-ancestors *");
    expect(card["Content-Security-Policy"]).toContain("script-src 'self'");
    expect(card).not.toHaveProperty("X-Frame-Options");
    expect(card["Cross-Origin-Resource-Policy"]).toBe("cross-origin");
    for (const path of [
      "/",
      "/carte/",
      "/cartes",
      "/carte-du-monde",
      "/x/carte",
      "/webinaires",
      "/oembed?url=/carte",
    ]) {
      const others = headersOf(path);
      expect(others["Content-Security-Policy"], path).toContain("frame-ancestors 'none'");
      expect(others, path).toMatchObject({ "X-Frame-Options": "DENY", "Cross-Origin-Resource-Policy": "same-origin" });
    }
  });

  it("lets the framework develop, and only then", () => {
    const directives = directivesOf("/", true);
    expect(directives.get("script-src")).toEqual(["'self'", "'unsafe-inline'", "'unsafe-eval'"]);
    expect(directives.get("connect-src")).toEqual(["'self'", "ws:"]);
  });

  it("lets a player in only where the visitor asked for the replay", () => {
    const policyOf = (path: string) => headersOf(path)["Content-Security-Policy"];
    expect(policyOf("/webinaires/une-seance?lecture=ici")).toMatch(/frame-src https:\/\/www\.youtube-nocookie\.com /);
    for (const path of ["/webinaires/une-seance", "/webinaires?lecture=ici", "/inscriptions/x?lecture=ici"]) {
      expect(policyOf(path)).not.toContain("frame-src");
    }
  });

  it("asks for https only where visitors come over https", () => {
    const twoYears = 2 * 365 * 24 * 60 * 60;
    expect(headersOf("/")["Strict-Transport-Security"]).toContain(`max-age=${twoYears}`);
    expect(headersOf("/", false)).not.toHaveProperty("Strict-Transport-Security");
    expect(headersOf("/", false)["Content-Security-Policy"]).not.toContain("upgrade-insecure-requests");
  });

  it.each([
    "/inscriptions/jeton",
    "/administration",
    "/connexion?suite=x",
    "/bienvenue/jeton",
    "/rejoindre/jeton",
    "/avis/jeton",
    "/attestations/code",
  ])("keeps %s out of caches, search engines and other sites' logs", (path) => {
    expect(headersOf(path)).toMatchObject({
      "Cache-Control": "no-store",
      "Referrer-Policy": "same-origin",
      "X-Robots-Tag": "noindex, nofollow",
    });
  });

  it("lets a form lead to another site where a button enters a room, and nowhere else", () => {
    expect(headersOf("/rejoindre/jeton")["Content-Security-Policy"]).toContain("form-action 'self' https: http:;");
    expect(headersOf("/inscriptions/jeton")["Content-Security-Policy"]).toContain("form-action 'self';");
  });

  it("treats a public page that merely begins alike as public", () => {
    expect(headersOf("/inscriptions-aide")).not.toHaveProperty("X-Robots-Tag");
  });
});

describe("a form that is answered by another address", () => {
  /** The status that a browser gets when a page answers with one, in the two ways in which pages do. */
  async function statusOf(
    method: string,
    status: number,
    explicit: boolean,
    headers: Record<string, string> = {},
  ): Promise<number> {
    const server = createServer((request, response) => {
      neverReplay(request, response);
      if (explicit) response.writeHead(status, { Location: "/connexion" });
      else Object.assign(response, { statusCode: status }).setHeader("Location", "/connexion");
      response.end();
    }).listen(0, "127.0.0.1");
    await new Promise((resolve) => server.once("listening", resolve));
    const { port } = server.address() as AddressInfo;
    const answer = await fetch(`http://127.0.0.1:${port}/`, { method, headers, redirect: "manual" });
    server.close();
    return answer.status;
  }

  it.each([true, false])("is never posted there a second time (headers written at once: %s)", async (explicit) => {
    expect(await statusOf("POST", 307, explicit)).toBe(303);
    expect(await statusOf("GET", 307, explicit)).toBe(307);
    expect(await statusOf("POST", 303, explicit)).toBe(303);
    expect(await statusOf("POST", 200, explicit)).toBe(200);
  });

  it("tells its address to the script that leads there by itself, and to nobody else", async () => {
    for (const status of [303, 307]) expect(await statusOf("POST", status, false, { "X-Form": "kept" })).toBe(201);
    expect(await statusOf("POST", 200, false, { "X-Form": "kept" })).toBe(200);
    expect(await statusOf("GET", 307, true, { "X-Form": "kept" })).toBe(307);
  });
});
