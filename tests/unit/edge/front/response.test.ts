import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { describe, expect, it } from "vitest";
import { neverReplay, writeHeaders } from "#lib/edge/front/response";

function headersOf(path: string, secure = true): Record<string, string> {
  const written: Record<string, string> = {};
  const response = { setHeader: (name: string, value: string) => Object.assign(written, { [name]: value }) };
  writeHeaders(response as unknown as ServerResponse, { path, secure, development: false, requestId: "id" });
  return written;
}

describe("writeHeaders", () => {
  it("lets nothing come from another host and nobody frame the pages", () => {
    const policy = headersOf("/")["Content-Security-Policy"];
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toContain("http:");
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
  async function statusOf(method: string, status: number, explicit: boolean): Promise<number> {
    const server = createServer((request, response) => {
      neverReplay(request, response);
      if (explicit) response.writeHead(status, { Location: "/connexion" });
      else Object.assign(response, { statusCode: status }).setHeader("Location", "/connexion");
      response.end();
    }).listen(0, "127.0.0.1");
    await new Promise((resolve) => server.once("listening", resolve));
    const { port } = server.address() as AddressInfo;
    const answer = await fetch(`http://127.0.0.1:${port}/`, { method, redirect: "manual" });
    server.close();
    return answer.status;
  }

  it.each([true, false])("is never posted there a second time (headers written at once: %s)", async (explicit) => {
    expect(await statusOf("POST", 307, explicit)).toBe(303);
    expect(await statusOf("GET", 307, explicit)).toBe(307);
    expect(await statusOf("POST", 303, explicit)).toBe(303);
    expect(await statusOf("POST", 200, explicit)).toBe(200);
  });
});
