import { describe, expect, it } from "vitest";
import { createAccount } from "#lib/auth/account-mutations";
import { verifyCredentials } from "#lib/auth/credential-mutations";
import { acceptInvitation, createFirstAdministratorLink } from "#lib/auth/invitation-mutations";
import { findInvitation } from "#lib/auth/invitation-queries";
import { refusedPassword } from "#lib/auth/password-rules";
import { db } from "#lib/platform/db";
import { AT, DAY, later } from "#tests/support/clock";
import { makeUser } from "#tests/support/factories";

const somebody = (email: string) => ({ email, name: "Camille Exemple", password: "une phrase que personne ne devine" });

async function firstToken(at = AT): Promise<string> {
  const link = await createFirstAdministratorLink(at);
  expect(link).toMatch(/^\/bienvenue\/[\w-]{43}$/);
  return link?.split("/").at(-1) ?? "";
}

describe("the link of the first administrator", () => {
  it("creates an administrator who can sign in", async () => {
    const token = await firstToken();
    const outcome = await acceptInvitation(token, somebody("a@exemple.fr"), AT);
    expect(outcome).toMatchObject({ ok: true });
    expect(await db.user.findFirst()).toMatchObject({ email: "a@exemple.fr", role: "administrator" });
    expect(await verifyCredentials({ ...somebody("a@exemple.fr"), code: null }, AT)).toMatchObject({ ok: true });
  });

  it("is not given once an account exists", async () => {
    await makeUser();
    expect(await createFirstAdministratorLink(AT)).toBeNull();
  });

  it("is not used by looking at it", async () => {
    const token = await firstToken();
    for (let look = 0; look < 3; look++)
      expect(await findInvitation(token, AT)).toEqual({ role: "administrator", email: null, centreId: null });
  });

  it("makes one account when two people use it at the same time", async () => {
    const token = await firstToken();
    const outcomes = await Promise.all(
      ["a", "b", "c", "d"].map((name) => acceptInvitation(token, somebody(`${name}@exemple.fr`), AT)),
    );
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await db.user.count()).toBe(1);
    expect(await findInvitation(token, AT)).toBeNull();
  });

  it("replaces the one given before", async () => {
    const [old, fresh] = [await firstToken(), await firstToken()];
    expect(await findInvitation(old, AT)).toBeNull();
    expect(await acceptInvitation(old, somebody("a@exemple.fr"), AT)).toEqual({ ok: false, reason: "unclaimed" });
    expect(await findInvitation(fresh, AT)).not.toBeNull();
  });

  it("lasts a day", async () => {
    const token = await firstToken();
    expect(await findInvitation(token, later(DAY - 1))).not.toBeNull();
    expect(await acceptInvitation(token, somebody("a@exemple.fr"), later(DAY))).toMatchObject({ ok: false });
    expect(await db.user.count()).toBe(0);
  });

  it("opens nothing once the first account was made another way", async () => {
    const token = await firstToken();
    await createAccount(somebody("a@exemple.fr"), { role: "administrator" }, AT);
    expect(await acceptInvitation(token, somebody("b@exemple.fr"), AT)).toMatchObject({ ok: false });
  });

  it.each(["", "x", "../..", "a".repeat(43)])("is not « %s »", async (token) => {
    expect(await findInvitation(token, AT)).toBeNull();
  });
});

describe("an account", () => {
  it("is not made twice for one address, and its link is not spent on a refusal", async () => {
    const account = { role: "editor" } as const;
    expect(await createAccount(somebody("a@exemple.fr"), account, AT)).toMatchObject({ ok: true });
    expect(await createAccount(somebody("a@exemple.fr"), account, AT)).toEqual({ ok: false, reason: "email-taken" });
    expect(await db.auditEntry.count({ where: { action: "user.create" } })).toBe(1);
  });

  it("keeps its password as argon2id at the strength that OWASP asks for", async () => {
    await createAccount(somebody("a@exemple.fr"), { role: "editor" }, AT);
    const { passwordHash } = await db.user.findFirstOrThrow();
    expect(passwordHash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  });

  it("refuses a password of more than 128 characters", () => {
    expect(refusedPassword({ ...somebody("a@exemple.fr"), password: "aé!b".repeat(33) })).toContain("128");
  });
});
