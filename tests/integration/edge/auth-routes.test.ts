import { NextRequest } from "next/server";
import { describe, expect, it } from "vitest";
import { GET, POST } from "#app/api/auth/[...nextauth]/route";
import { db } from "#lib/platform/db";

const ask = (method: "GET" | "POST", path: string) =>
  ({ GET, POST })[method](
    new NextRequest(`http://localhost:3000/api/auth/${path}`, { method, ...(method === "POST" && { body: "{}" }) }),
    { params: Promise.resolve({ nextauth: path.split("/") }) },
  );

const UNUSED = [
  "_log",
  "signin",
  "signin/credentials",
  "signout/now",
  "error",
  "verify-request",
  "providers",
  "callback",
];

describe("the protocol of next-auth", () => {
  it.each([...UNUSED, "callback/credentials/x", "callback/email", "", "SESSION", "csrf/"])(
    "answers 404 at « %s »",
    async (path) => {
      for (const method of ["GET", "POST"] as const) expect((await ask(method, path)).status, method).toBe(404);
    },
  );

  it.each([
    ["POST", "csrf"],
    ["POST", "session"],
    ["GET", "callback/credentials"],
    ["GET", "signout"],
  ] as const)("answers 405 to a %s of « %s »", async (method, path) => {
    expect((await ask(method, path)).status).toBe(405);
    expect(await db.userSession.count()).toBe(0);
  });
});
