import { Secret, TOTP } from "otpauth";
import { beforeEach, describe, expect, it } from "vitest";
import { setUpSecondFactor } from "#lib/accounts/second-factor-mutations";
import { findEnrolling, offerOf } from "#lib/accounts/second-factor-queries";
import { removeSecondFactor } from "#lib/accounts/team-mutations";
import { secondFactorDue } from "#lib/auth/abilities";
import { verifyCode, verifyPassword } from "#lib/auth/credential-mutations";
import { type Account, accountOf, asAdministrator } from "#lib/auth/editor";
import { hashPassword } from "#lib/auth/passwords";
import { seal, unseal } from "#lib/auth/sealing";
import { findSecondStep, issueSecondStep } from "#lib/auth/second-step-queries";
import { openSession } from "#lib/auth/session-mutations";
import { findSession } from "#lib/auth/session-queries";
import { db } from "#lib/platform/db";
import { env } from "#lib/platform/env";
import { AT, DAY, later, MINUTE } from "#tests/support/clock";
import { makeUser } from "#tests/support/factories";
import { withQueues } from "#tests/support/registrations";

withQueues();

const EMAIL = "camille@exemple.fr";
const PASSWORD = "une phrase que personne ne devine";
const KEY = "une session";
const passwordHash = await hashPassword(PASSWORD);

let viewer: Account;
beforeEach(async () => {
  const { id, name, role } = await makeUser({ email: EMAIL, name: "Camille", passwordHash });
  viewer = accountOf({ userId: id, name, role });
});

const offered = async (key = KEY) => offerOf(await findEnrolling(viewer, key), EMAIL);
const codeOf = (secret: string, at: Date) =>
  new TOTP({ secret: Secret.fromBase32(secret.replaceAll(" ", "")) }).generate({ timestamp: at.getTime() });
async function setUp(at = AT, key = KEY) {
  const offer = await offered(key);
  const outcome = await setUpSecondFactor(viewer, await findEnrolling(viewer, key), codeOf(offer.secret, at), at);
  return { ...offer, outcome };
}
const account = () => db.user.findUniqueOrThrow({ where: { id: viewer.userId } });
const code = (typed: string, at: Date) => verifyCode(viewer.userId, typed, at);
const refused = { ok: false, reason: "refused" };

describe("a second factor", () => {
  it("is offered the same each time its screen is drawn, and to each session another", async () => {
    expect(await offered()).toEqual(await offered());
    const other = await offered("une autre session");
    expect(other.secret).not.toBe((await offered()).secret);
    expect(other.codes.filter((one) => other.codes.indexOf(one) === other.codes.lastIndexOf(one))).toHaveLength(10);
  });

  it("is read by phones: issuer, address, and the key that is typed where the drawing is not read", async () => {
    const { uri, secret } = await offered();
    expect(decodeURIComponent(uri)).toMatch(/^otpauth:\/\/totp\/.*camille@exemple\.fr\?/);
    expect(new URL(uri).searchParams.get("secret")).toBe(secret.replaceAll(" ", ""));
    expect(Secret.fromBase32(secret.replaceAll(" ", "")).bytes).toHaveLength(20);
  });

  it("is kept once a code shows that the phone has it, and not before", async () => {
    const enrolling = await findEnrolling(viewer, KEY);
    expect(await setUpSecondFactor(viewer, enrolling, "000000", AT)).toEqual({ ok: false, reason: "wrong-code" });
    expect(await account()).toMatchObject({ totpSecret: null });
    expect((await setUp()).outcome).toEqual({ ok: true });
    expect(await verifyPassword({ email: EMAIL, password: PASSWORD })).toEqual({
      ok: true,
      userId: viewer.userId,
      asksCode: true,
    });
  });

  it("is sealed in the database, and its recovery codes are hashed", async () => {
    const { secret, codes } = await setUp();
    const rows = JSON.stringify([await account(), await db.recoveryCode.findMany()]);
    expect(await db.recoveryCode.count()).toBe(10);
    for (const plain of [secret, ...codes]) {
      expect(rows).not.toContain(plain);
      expect(rows).not.toContain(plain.replace(/[ -]/g, ""));
    }
  });

  it("spends the code that set it up", async () => {
    const { secret } = await setUp();
    expect(await code(codeOf(secret, AT), AT)).toEqual(refused);
    expect(await code(codeOf(secret, later(30_000)), later(30_000))).toEqual({ ok: true });
  });

  it("is not set up twice from one screen, and replaces a phone with other keys", async () => {
    const first = await setUp();
    const again = await setUp(later(5 * MINUTE));
    expect(again.secret).not.toBe(first.secret);
    expect(await code(codeOf(first.secret, later(10 * MINUTE)), later(10 * MINUTE))).toEqual(refused);
    expect(await code(first.codes[0] ?? "", later(10 * MINUTE))).toEqual(refused);
    expect(await code(codeOf(again.secret, later(10 * MINUTE)), later(10 * MINUTE))).toEqual({ ok: true });
    const stale = { sessionKey: KEY, lastStep: null };
    const { secret } = offerOf(stale, EMAIL);
    expect(await setUpSecondFactor(viewer, stale, codeOf(secret, later(20 * MINUTE)), later(20 * MINUTE))).toEqual({
      ok: false,
      reason: "stale",
    });
  });

  it("of another SESSION_SECRET opens nothing, and its recovery codes still do", async () => {
    const { secret, codes } = await setUp();
    const { SESSION_SECRET } = env();
    const kept = (await account()).totpSecret ?? "";
    expect(unseal(kept, viewer.userId)).toBe(secret.replaceAll(" ", ""));
    expect(unseal(kept, "un autre compte")).toBeNull();
    try {
      env().SESSION_SECRET = "un tout autre secret, assez long pour être accepté";
      expect(await code(codeOf(secret, later(MINUTE)), later(MINUTE))).toEqual(refused);
      expect(await code(codes[0] ?? "", later(MINUTE))).toEqual({ ok: true });
    } finally {
      env().SESSION_SECRET = SESSION_SECRET;
    }
  });

  it("that an earlier release kept unsealed still opens", async () => {
    const secret = new Secret({ size: 20 }).base32;
    await db.user.updateMany({ data: { totpSecret: secret } });
    expect(await code(codeOf(secret, AT), AT)).toEqual({ ok: true });
    expect(seal(secret, "x")).not.toBe(seal(secret, "x"));
  });
});

describe("a recovery code", () => {
  it("opens once, however it is typed, and is told to the journal", async () => {
    const { codes } = await setUp();
    const [first = "", second = ""] = codes;
    expect(await code(` ${first.toUpperCase()} `, AT)).toEqual({ ok: true });
    expect(await code(first, AT)).toEqual(refused);
    expect(await code(second.replaceAll("-", ""), AT)).toEqual({ ok: true });
    expect(await db.auditEntry.count({ where: { action: "user.recovery-code", userId: viewer.userId } })).toBe(2);
  });

  it("is given to one of those who send it at the same time", async () => {
    const [first = ""] = (await setUp()).codes;
    const outcomes = await Promise.all([1, 2, 3].map(() => code(first, AT)));
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
  });

  it("lets the owner in while somebody who knows the password tries codes without end", async () => {
    const { codes } = await setUp();
    for (let time = 0; time < 20; time++) await code("000000", AT);
    expect((await account()).lockedUntil).not.toBeNull();
    expect(await code(codes[0] ?? "", AT)).toEqual({ ok: true });
    expect(await account()).toMatchObject({ failedTries: 0, lockedUntil: null });
  });

  it("opens its own account alone", async () => {
    const { codes } = await setUp();
    const other = await makeUser({ totpSecret: seal(new Secret({ size: 20 }).base32, "x") });
    expect(await verifyCode(other.id, codes[0] ?? "", AT)).toEqual(refused);
  });
});

describe("between the password and the code", () => {
  it("ten minutes pass at most", async () => {
    const step = await issueSecondStep(viewer.userId, AT);
    expect(await findSecondStep(step, later(10 * MINUTE - 1))).toMatchObject({ userId: viewer.userId });
    expect(await findSecondStep(step, later(10 * MINUTE))).toBeNull();
    expect(await findSecondStep(step, later(-1))).toBeNull();
  });

  it("nothing is believed that is not ours, nor once the password changed or the account is disabled", async () => {
    const step = await issueSecondStep(viewer.userId, AT);
    const other = await makeUser();
    for (const forged of [
      undefined,
      "",
      "x",
      step.replace(viewer.userId, other.id),
      `${step}x`,
      step.replace(/\d{3}\./, "999."),
    ])
      expect(await findSecondStep(forged, AT), String(forged)).toBeNull();
    await db.user.update({ where: { id: viewer.userId }, data: { disabledAt: AT } });
    expect(await findSecondStep(step, AT)).toBeNull();
    await db.user.update({ where: { id: viewer.userId }, data: { disabledAt: null, passwordHash: "autre" } });
    expect(await findSecondStep(step, AT)).toBeNull();
  });
});

describe("an administrator without a second factor", () => {
  const base = { role: "administrator", totpSecret: null, secondFactorDueAt: null, createdAt: AT } as const;

  it("has fourteen days, unless told otherwise; who may not manage is asked nothing", () => {
    expect(secondFactorDue(base)).toEqual(later(14 * DAY));
    expect(secondFactorDue({ ...base, secondFactorDueAt: AT })).toEqual(AT);
    expect(secondFactorDue({ ...base, totpSecret: "x" })).toBeNull();
    expect(secondFactorDue({ ...base, role: "editor" })).toBeNull();
  });
});

describe("a lost phone", () => {
  const another = async () => {
    const { id, name, role } = await makeUser({ name: "Dominique", email: "dominique@exemple.fr" });
    const administrator = asAdministrator(accountOf({ userId: id, name, role }));
    if (!administrator) throw new Error("no administrator");
    return administrator;
  };

  it("takes another administrator: both are told, sessions end, and the next is asked for at once", async () => {
    const { codes } = await setUp();
    const { token } = await openSession(db, { userId: viewer.userId, userAgent: null }, AT);
    const administrator = await another();
    expect(await removeSecondFactor(administrator, viewer.userId, later(MINUTE))).toEqual({ ok: true });
    expect(await findSession(token, later(MINUTE))).toBeNull();
    expect(await verifyPassword({ email: EMAIL, password: PASSWORD })).toMatchObject({ asksCode: false });
    expect(await code(codes[0] ?? "", later(MINUTE))).toEqual(refused);
    expect(secondFactorDue(await account())).toEqual(later(MINUTE));
    const told = await db.outgoingMail.findMany({ where: { kind: "account-second-factor-removed" } });
    expect(told.map(({ to }) => to).sort()).toEqual([EMAIL, "dominique@exemple.fr"]);
    for (const { text } of told) expect(text).toMatch(/Dominique a retiré le second facteur du compte de Camille/);
    expect(await db.auditEntry.findMany({ where: { action: "user.second-factor-removed" } })).toMatchObject([
      { userId: administrator.userId, target: viewer.userId },
    ]);
  });

  it("is nothing that one person does alone", async () => {
    await setUp();
    const own = asAdministrator(viewer);
    expect(own && (await removeSecondFactor(own, viewer.userId, AT))).toEqual({ ok: false, reason: "own" });
    expect((await account()).totpSecret).not.toBeNull();
  });
});
