import type { ServerResponse } from "node:http";
import { describe, expect, it } from "vitest";
import { writeHeaders } from "#lib/front/response";

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

  it("asks for https only where visitors come over https", () => {
    expect(headersOf("/")).toHaveProperty("Strict-Transport-Security");
    expect(headersOf("/", false)).not.toHaveProperty("Strict-Transport-Security");
    expect(headersOf("/", false)["Content-Security-Policy"]).not.toContain("upgrade-insecure-requests");
  });

  it.each(["/inscriptions/jeton", "/administration", "/connexion?suite=x", "/bienvenue/jeton", "/rejoindre/jeton"])(
    "keeps %s out of caches, search engines and other sites' logs",
    (path) => {
      expect(headersOf(path)).toMatchObject({
        "Cache-Control": "no-store",
        "Referrer-Policy": "same-origin",
        "X-Robots-Tag": "noindex, nofollow",
      });
    },
  );

  it("treats a public page that merely begins alike as public", () => {
    expect(headersOf("/inscriptions-aide")).not.toHaveProperty("X-Robots-Tag");
  });
});
