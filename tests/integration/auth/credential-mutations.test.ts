import { Secret, TOTP } from "otpauth";
import { beforeEach, describe, expect, it } from "vitest";
import { verifyCredentials } from "#lib/auth/credential-mutations";
import { hashPassword } from "#lib/auth/passwords";
import { db } from "#lib/platform/db";
import { AT, DAY, later, MINUTE } from "#tests/support/clock";
import { makeUser } from "#tests/support/factories";

const PASSWORD = "une phrase que personne ne devine";
const EMAIL = "camille@exemple.fr";
const SECRET = new Secret({ size: 20 }).base32;
const codeAt = (at: Date) => new TOTP({ secret: Secret.fromBase32(SECRET) }).generate({ timestamp: at.getTime() });

const passwordHash = await hashPassword(PASSWORD);
const attempt = (at: Date, given: Partial<{ email: string; password: string; code: string | null }> = {}) =>
  verifyCredentials({ email: EMAIL, password: PASSWORD, code: null, ...given }, at);
const refused = { ok: false, reason: "refused" };

describe("an account without a second factor", () => {
  let userId: string;
  beforeEach(async () => {
    userId = (await makeUser({ email: EMAIL, passwordHash })).id;
  });
  const fail = async (times: number, at = AT) => {
    for (let time = 0; time < times; time++) expect(await attempt(at, { password: "faux" })).toEqual(refused);
  };

  it("opens with its password, however the address is typed", async () => {
    expect(await attempt(AT)).toEqual({ ok: true, userId });
    expect(await attempt(AT, { email: " CAMILLE@Exemple.fr" })).toEqual({ ok: true, userId });
  });

  it("refuses another password and an unknown address in the same words", async () => {
    expect(await attempt(AT, { password: `${PASSWORD}.` })).toEqual(refused);
    expect(await attempt(AT, { email: "personne@exemple.fr" })).toEqual(refused);
  });

  it("refuses a disabled account", async () => {
    await db.user.update({ where: { id: userId }, data: { disabledAt: AT } });
    expect(await attempt(AT)).toEqual(refused);
  });

  it("hears the right password whatever was tried before: how often is judged elsewhere", async () => {
    await fail(9);
    expect(await attempt(AT)).toEqual({ ok: true, userId });
    expect(await db.user.findUnique({ where: { id: userId } })).toMatchObject({ failedTries: 0, lockedUntil: null });
  });

  it("says that it is busy rather than make people wait", async () => {
    const tries = await Promise.all(Array.from({ length: 20 }, () => attempt(AT)));
    expect(tries.filter(({ ok }) => ok)).toHaveLength(18);
    expect(tries.filter(({ ok }) => !ok)).toEqual(Array(2).fill({ ok: false, reason: "busy" }));
  });
});

describe("an account with a second factor", () => {
  beforeEach(async () => {
    await makeUser({ email: EMAIL, passwordHash, totpSecret: SECRET });
  });

  it("refuses the password alone, and a wrong code", async () => {
    expect(await attempt(AT)).toEqual(refused);
    expect(await attempt(AT, { code: codeAt(later(10 * MINUTE)) })).toEqual(refused);
    expect(await attempt(AT, { code: "abcdef" })).toEqual(refused);
  });

  it("accepts the code of the present half minute and its neighbours, typed with a space", async () => {
    expect(await attempt(AT, { code: codeAt(later(-30_000)) })).toMatchObject({ ok: true });
    expect(await attempt(AT, { code: codeAt(AT).replace(/^.../, "$& ") })).toMatchObject({ ok: true });
    expect(await attempt(AT, { code: codeAt(later(30_000)) })).toMatchObject({ ok: true });
  });

  it("accepts a code once", async () => {
    expect(await attempt(AT, { code: codeAt(AT) })).toMatchObject({ ok: true });
    expect(await attempt(AT, { code: codeAt(AT) })).toEqual(refused);
    expect(await attempt(AT, { code: codeAt(later(-30_000)) })).toEqual(refused);
  });

  it("gives a code to one of two people who send it at the same time", async () => {
    const both = await Promise.all([attempt(AT, { code: codeAt(AT) }), attempt(AT, { code: codeAt(AT) })]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  });

  const wrong = async (times: number, at = AT) => {
    for (let time = 0; time < times; time++) expect(await attempt(at, { code: "000000" })).toEqual(refused);
  };
  const account = () => db.user.findFirstOrThrow();

  it("still opens after four wrong codes, and forgets them", async () => {
    await wrong(4);
    expect(await attempt(AT, { code: codeAt(AT) })).toMatchObject({ ok: true });
    expect(await account()).toMatchObject({ failedTries: 0, lockedUntil: null });
  });

  it("does not read the right code for a minute after five wrong ones", async () => {
    await wrong(5);
    expect(await attempt(later(MINUTE - 1), { code: codeAt(later(MINUTE - 1)) })).toEqual(refused);
    expect(await attempt(later(MINUTE), { code: codeAt(later(MINUTE)) })).toMatchObject({ ok: true });
  });

  it("doubles the delay at each wrong code, up to half an hour and never for good", async () => {
    await wrong(5);
    let at = later(MINUTE);
    for (const minutes of [2, 4, 8, 16, 30, 30]) {
      await wrong(1, at);
      expect((await account()).lockedUntil).toEqual(later(minutes * MINUTE, at));
      at = later(minutes * MINUTE, at);
    }
    expect(await attempt(at, { code: codeAt(at) })).toMatchObject({ ok: true });
  });

  it("has forgotten no wrong code before a day is over", async () => {
    await wrong(5);
    const at = later(DAY - MINUTE);
    await wrong(1, at);
    expect(await attempt(later(MINUTE, at), { code: codeAt(later(MINUTE, at)) })).toEqual(refused);
  });

  it("counts codes anew after a day of silence", async () => {
    await wrong(5);
    const at = later(DAY + 2 * MINUTE);
    await wrong(1, at);
    expect(await attempt(at, { code: codeAt(at) })).toMatchObject({ ok: true });
  });

  it("reads five of ten wrong codes sent at the same time", async () => {
    await Promise.all(Array.from({ length: 10 }, () => attempt(AT, { code: "000000" })));
    expect(await account()).toMatchObject({ failedTries: 5 });
    expect(await attempt(AT, { code: codeAt(AT) })).toEqual(refused);
  });

  it("makes nobody wait whose password was not found", async () => {
    for (let time = 0; time < 9; time++) await attempt(AT, { password: "faux", code: "000000" });
    expect(await attempt(AT, { code: codeAt(AT) })).toMatchObject({ ok: true });
  });

  it("does not spend a code on a wrong password", async () => {
    expect(await attempt(AT, { password: "faux", code: codeAt(AT) })).toEqual(refused);
    expect(await attempt(AT, { code: codeAt(AT) })).toMatchObject({ ok: true });
  });
});
