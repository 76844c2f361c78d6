import { afterEach, describe, expect, it, vi } from "vitest";
import { sessionCookie } from "#lib/edge/session-cookie";
import { rereadEnv } from "#lib/platform/env";

afterEach(() => {
  vi.unstubAllEnvs();
  rereadEnv();
});

describe("the session cookie", () => {
  it("is bound to the host and to https when the portal is served over https", () => {
    expect(sessionCookie()).toEqual({
      name: "__Host-portail-session",
      options: { httpOnly: true, sameSite: "lax", path: "/", secure: true },
    });
  });

  it("has a plain name over http, where browsers refuse the prefix", () => {
    vi.stubEnv("SITE_URL", "http://localhost:3000");
    rereadEnv();
    expect(sessionCookie()).toMatchObject({ name: "portail-session", options: { httpOnly: true, secure: false } });
  });
});
