import { solveChallenge } from "altcha-lib";
import { deriveKey } from "altcha-lib/algorithms/pbkdf2";
import { expect, test } from "vitest";
import { issueFormToken } from "#lib/abuse/form-token";
import { claimTry, giveTryBack, type SignInTry } from "#lib/abuse/sign-in-mutations";
import { AT, later, MINUTE } from "#tests/support/clock";
import { tally } from "#tests/support/crowd";

const sent = (overrides: Partial<SignInTry> = {}): SignInTry => ({
  account: "camille@exemple.fr",
  clientAddress: "203.0.113.7",
  formToken: issueFormToken(AT),
  proof: null,
  ...overrides,
});

/** What becomes of so many tries, one after the other. */
async function tryMany(count: number, overrides: (index: number) => Partial<SignInTry> = () => ({}), at = AT) {
  const verdicts: string[] = [];
  for (let index = 0; index < count; index++) verdicts.push((await claimTry(sent(overrides(index)), at)).verdict);
  return tally(verdicts);
}

const elsewhere = (index: number) => ({ clientAddress: `198.51.${index}.1` });

test("an account is heard eight times from one network, and still from another", async () => {
  expect(await tryMany(10)).toEqual({ heard: 8, challenge: 2 });
  expect(await tryMany(1, elsewhere)).toEqual({ heard: 1 });
});

test("an account is heard thirty times from anywhere, then whoever proves some work", async () => {
  expect(await tryMany(32, elsewhere)).toEqual({ heard: 30, challenge: 2 });
  const asked = sent({ clientAddress: "192.0.2.1" });
  const verdict = await claimTry(asked, AT);
  if (verdict.verdict !== "challenge") throw new Error(`not challenged: ${verdict.verdict}`);
  const challenge = JSON.parse(Buffer.from(verdict.challenge, "base64").toString());
  const solution = JSON.stringify(await solveChallenge({ challenge, deriveKey }));
  const proven = { ...asked, proof: { challenge: verdict.challenge, solution } };
  expect(await claimTry(proven, AT)).toEqual({ verdict: "heard" });
  expect(await claimTry(proven, AT)).toMatchObject({ verdict: "challenge", early: false });
});

test("a network that tries one account after the other is refused after forty", async () => {
  const another = (index: number) => ({ account: `${index}@exemple.fr` });
  expect(await tryMany(42, another)).toEqual({ heard: 40, refused: 2 });
});

test("counts begin anew in the next quarter of an hour, not sooner", async () => {
  await tryMany(8);
  expect(await tryMany(1, undefined, later(15 * MINUTE - 1))).toEqual({ challenge: 1 });
  expect(await tryMany(1, undefined, later(15 * MINUTE))).toEqual({ heard: 1 });
});

test("a try whose password was right is given back", async () => {
  for (let time = 0; time < 50; time++) {
    expect(await claimTry(sent(), AT)).toEqual({ verdict: "heard" });
    await giveTryBack(sent(), AT);
  }
});

test("where nothing is known of the visitor, only the account counts", async () => {
  expect(await tryMany(31, () => ({ clientAddress: null }))).toEqual({ heard: 30, challenge: 1 });
});
