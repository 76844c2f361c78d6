import { solveChallenge } from "altcha-lib";
import { deriveKey } from "altcha-lib/algorithms/pbkdf2";
import { beforeEach, describe, expect, it } from "vitest";
import { issueFormToken } from "#lib/abuse/form-token";
import { CHALLENGE, FORM_TOKEN, SOLUTION } from "#lib/abuse/schema";
import { hashPassword } from "#lib/auth/passwords";
import { CLIENT_ADDRESS } from "#lib/edge/front/client-address";
import { checkSignIn } from "#lib/edge/sign-in-guard";
import { AT, later, MINUTE } from "#tests/support/clock";
import { makeUser } from "#tests/support/factories";

const EMAIL = "camille@exemple.fr";
const PASSWORD = "une phrase que personne ne devine";
const passwordHash = await hashPassword(PASSWORD);
const OWNER = "203.0.113.7";
const ATTACKER = "198.51.100.9";
const SECOND = 1000;

let userId: string;
beforeEach(async () => {
  userId = (await makeUser({ email: EMAIL, passwordHash })).id;
});

type Try = { email?: string; password?: string; from?: string | null; posted?: Record<string, string>; at?: Date };

function attempt({ email = EMAIL, password = PASSWORD, from = OWNER, posted = {}, at = AT }: Try = {}) {
  const headers = new Headers(from === null ? {} : { [CLIENT_ADDRESS]: from });
  return checkSignIn({ email, password, code: null }, posted, headers, at);
}
const wrong = (given: Try = {}) => attempt({ password: "faux", ...given });
const opened = () => ({ ok: true, userId });
const echoOf = (outcome: Awaited<ReturnType<typeof attempt>>) => (outcome.ok ? {} : (outcome.echo ?? {}));
const judged = (outcome: Awaited<ReturnType<typeof attempt>>) => !outcome.ok && Boolean(outcome.fieldErrors?.password);
const asked = (outcome: Awaited<ReturnType<typeof attempt>>) => Boolean(echoOf(outcome)[CHALLENGE]);

async function solved(echo: ReturnType<typeof echoOf>): Promise<Record<string, string>> {
  const challenge = String(echo[CHALLENGE]);
  const solution = await solveChallenge({
    challenge: JSON.parse(Buffer.from(challenge, "base64").toString()),
    deriveKey,
  });
  return { [CHALLENGE]: challenge, [SOLUTION]: JSON.stringify(solution), [FORM_TOKEN]: String(echo[FORM_TOKEN]) };
}

describe("whoever tries one account from one network", () => {
  it("is heard eight times, then asked for a proof", async () => {
    for (let time = 0; time < 8; time++) expect(judged(await wrong())).toBe(true);
    expect(asked(await wrong())).toBe(true);
    expect(asked(await attempt())).toBe(true);
  });

  it("is heard eight times of twenty sent at once", async () => {
    const outcomes = await Promise.all(Array.from({ length: 20 }, () => wrong()));
    expect(outcomes.filter(judged)).toHaveLength(8);
  });

  it("learns nothing of who has an account", async () => {
    for (const email of [EMAIL, "personne@exemple.fr"]) {
      const outcomes = [];
      for (let time = 0; time < 10; time++) outcomes.push(await wrong({ email }));
      expect(outcomes.map(judged), email).toEqual([...Array(8).fill(true), false, false]);
    }
  });

  it("begins anew after a quarter of an hour, and after the right password", async () => {
    for (let time = 0; time < 8; time++) await wrong();
    expect(await attempt({ at: later(15 * MINUTE) })).toEqual(opened());
    for (let time = 0; time < 7; time++) await wrong({ at: later(30 * MINUTE) });
    expect(await attempt({ at: later(30 * MINUTE) })).toEqual(opened());
    for (let time = 0; time < 8; time++) expect(judged(await wrong({ at: later(30 * MINUTE) }))).toBe(true);
  });

  it("is refused after forty tries, whatever the accounts, proofs included", async () => {
    for (let time = 0; time < 40; time++) await wrong({ email: `personne${time}@exemple.fr` });
    const outcome = await attempt();
    expect(outcome).toMatchObject({ ok: false, formError: expect.stringContaining("Trop d’essais sont venus") });
    expect(echoOf(outcome)).toEqual({});
    expect(await attempt({ at: later(15 * MINUTE) })).toEqual(opened());
  });
});

describe("the owner of an account", () => {
  it("signs in while one client tries it without end", async () => {
    for (let time = 0; time < 200; time++) await wrong({ from: ATTACKER });
    expect(await attempt()).toEqual(opened());
    for (let time = 0; time < 200; time++) await wrong({ from: ATTACKER });
    expect(await attempt()).toEqual(opened());
  });

  it("signs in from where an attacker is, with a proof that the attacker’s tries do not spend", async () => {
    for (let time = 0; time < 12; time++) await wrong();
    const posted = await solved(echoOf(await attempt()));
    for (let time = 0; time < 12; time++) await wrong();
    expect(await attempt({ posted, at: later(SECOND) })).toEqual(opened());
  });

  it.each([null, OWNER])("signs in while many networks try it, by waiting twenty seconds (from %s)", async (from) => {
    for (let network = 0; network < 10; network++)
      for (let time = 0; time < 8; time++) await wrong({ from: `198.51.100.${network}` });
    const outcome = await attempt({ from });
    const { [CHALLENGE]: challenge, [FORM_TOKEN]: formToken } = echoOf(outcome);
    const posted = { [CHALLENGE]: String(challenge), [FORM_TOKEN]: String(formToken) };
    expect(outcome).toMatchObject({ ok: false, formError: expect.stringContaining("20\u00A0secondes") });
    expect(await attempt({ from, posted, at: later(19 * SECOND) })).toMatchObject({
      ok: false,
      formError: expect.stringContaining("un peu tôt"),
    });
    for (let time = 0; time < 30; time++) await wrong({ from: null });
    expect(await attempt({ from, posted, at: later(20 * SECOND) })).toEqual(opened());
  });
});

describe("a proof", () => {
  it("is heard once, and for the form that asked for it", async () => {
    for (let time = 0; time < 8; time++) await wrong();
    const posted = await solved(echoOf(await wrong()));
    expect(asked(await wrong({ posted: { ...posted, [FORM_TOKEN]: issueFormToken(AT) }, at: later(SECOND) }))).toBe(
      true,
    );
    const first = await wrong({ posted, at: later(SECOND) });
    expect(judged(first)).toBe(true);
    expect(echoOf(first)[CHALLENGE]).toBe("");
    expect(asked(await attempt({ posted, at: later(SECOND) }))).toBe(true);
  });
});
