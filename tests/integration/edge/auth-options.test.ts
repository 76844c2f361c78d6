import { beforeEach, describe, expect, it } from "vitest";
import { closeSession, openSession } from "#lib/auth/session-mutations";
import { authOptions } from "#lib/edge/auth-options";
import { now } from "#lib/platform/clock";
import { db } from "#lib/platform/db";
import { makeUser } from "#tests/support/factories";

const secret = "unused";
let user: { id: string; name: string; email: string };
let token: string;

beforeEach(async () => {
  user = await makeUser();
  ({ token } = await openSession(db, { userId: user.id, userAgent: null }, now()));
});

describe("next-auth over our sessions", () => {
  const { jwt, pages, cookies, events } = authOptions();

  it("reads the session behind the cookie, and gives the same cookie back", async () => {
    const read = await jwt?.decode?.({ token, secret });
    expect(read).toMatchObject({ sub: user.id, name: user.name, email: user.email });
    expect(await jwt?.encode?.({ token: read ?? {}, secret })).toBe(token);
  });

  it("reads nothing after the sign-out, though the cookie was kept", async () => {
    await closeSession(token, now());
    expect(await jwt?.decode?.({ token, secret })).toBeNull();
  });

  it("ends the session by its own sign-out too", async () => {
    await events?.signOut?.({ token: { sessionToken: token }, session: { expires: "" } });
    expect(await db.userSession.count()).toBe(0);
  });

  it("shows none of its own pages", () => {
    for (const page of ["signIn", "signOut", "error", "verifyRequest"] as const)
      expect(pages?.[page]).toBe("/connexion");
  });

  it("uses the cookie that our own pages read", () => {
    expect(cookies?.sessionToken?.name).toBe("__Host-portail-session");
  });
});
