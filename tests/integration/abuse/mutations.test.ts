import { solveChallenge } from "altcha-lib";
import { deriveKey } from "altcha-lib/algorithms/pbkdf2";
import { describe, expect, test, vi } from "vitest";
import { issueFormToken } from "#lib/abuse/form-token";
import { type AssessedForm, assessForm, countSuspicious } from "#lib/abuse/mutations";
import { db } from "#lib/platform/db";
import { log } from "#lib/platform/log";
import { AT, HOUR, later, MINUTE } from "#tests/support/clock";
import { tally } from "#tests/support/crowd";
import { statementsOf } from "#tests/support/statements";

const SCHOOL = "203.0.113.7";
const SECOND = 1_000;

const form = (overrides: Partial<AssessedForm> = {}): AssessedForm => ({
  clientAddress: SCHOOL,
  formToken: issueFormToken(AT),
  issuedAt: later(-MINUTE),
  proof: null,
  ...overrides,
});

async function sendMany(
  count: number,
  at = AT,
  overrides: Partial<AssessedForm> = {},
): Promise<Record<string, number>> {
  const verdicts = await Promise.all(Array.from({ length: count }, () => assessForm(form(overrides), at)));
  return tally(verdicts.map(({ verdict }) => verdict));
}

/** A form that was asked for a proof, as it goes out again. */
async function challenged(overrides: Partial<AssessedForm> = {}) {
  const asked = form(overrides);
  const verdict = await assessForm(asked, AT);
  if (verdict.verdict !== "challenge") throw new Error(`not challenged: ${verdict.verdict}`);
  return { ...asked, proof: { challenge: verdict.challenge, solution: "" } };
}

async function solved(asked: AssessedForm): Promise<AssessedForm> {
  const challenge = JSON.parse(Buffer.from(asked.proof?.challenge ?? "", "base64").toString());
  const solution = await solveChallenge({ challenge, deriveKey });
  return { ...asked, proof: { challenge: asked.proof?.challenge ?? "", solution: JSON.stringify(solution) } };
}

describe("an address that sends many forms", () => {
  test("a school of thirty passes in ten minutes, even quick", async () => {
    expect(await sendMany(30)).toEqual({ pass: 30 });
  });

  test("after sixty in ten minutes, sent at once, a proof is asked of every other", async () => {
    expect(await sendMany(70)).toEqual({ pass: 60, challenge: 10 });
    expect(await sendMany(1, AT, { clientAddress: "203.0.113.8" })).toEqual({ pass: 1 });
  });

  test("after ten that were too quick, a proof is asked of everyone there", async () => {
    expect(await sendMany(12, AT, { issuedAt: later(-SECOND) })).toEqual({ pass: 10, challenge: 2 });
    expect(await sendMany(1)).toEqual({ challenge: 1 });
  });

  test("a form is counted by one statement, hence written to disk once", async () => {
    expect(await statementsOf(() => assessForm(form(), AT))).toHaveLength(1);
    expect(await statementsOf(() => countSuspicious(SCHOOL, AT))).toHaveLength(1);
  });

  test("forms refused for themselves count as suspicious", async () => {
    for (let count = 0; count < 11; count++) await countSuspicious(SCHOOL, AT);
    expect(await sendMany(1)).toEqual({ challenge: 1 });
  });

  test("it begins anew in the next ten minutes, whatever the machine's clock says", async () => {
    await sendMany(61);
    expect(await sendMany(1)).toEqual({ challenge: 1 });
    expect(await sendMany(1, later(10 * MINUTE))).toEqual({ pass: 1 });
  });

  test("what was too quick counts for ten minutes", async () => {
    await sendMany(12, AT, { issuedAt: later(-SECOND) });
    expect(await sendMany(1, later(9 * MINUTE))).toEqual({ challenge: 1 });
    expect(await sendMany(1, later(10 * MINUTE))).toEqual({ pass: 1 });
  });

  test("past three hundred in an hour it is refused until the next", async () => {
    for (let tens = 0; tens < 5; tens++) await sendMany(60, later(tens * 10 * MINUTE));
    expect(await sendMany(1, later(50 * MINUTE))).toEqual({ refuse: 1 });
    expect(await sendMany(1, later(HOUR))).toEqual({ pass: 1 });
  });

  test("an address that says nothing of the visitor is not limited, and nothing is written", async () => {
    expect(await sendMany(70, AT, { clientAddress: null })).toEqual({ pass: 70 });
    expect(await db.rateLimiterFlexible.count()).toBe(0);
  });

  test("no address is stored", async () => {
    await sendMany(2);
    expect(JSON.stringify(await db.rateLimiterFlexible.findMany())).not.toContain(SCHOOL);
  });
});

describe("a proof", () => {
  test("by work: it passes at once", async () => {
    await sendMany(60);
    const asked = await challenged();
    expect(await assessForm(await solved(asked), later(SECOND))).toEqual({ verdict: "pass" });
  });

  test("by waiting: too early is told how long is left, with the same challenge; then it passes", async () => {
    await sendMany(60);
    const asked = await challenged();
    const { challenge } = asked.proof;
    const early = { verdict: "challenge", challenge, seconds: 5, early: true };
    expect(await assessForm(asked, later(15 * SECOND))).toEqual(early);
    expect(await assessForm(asked, later(20 * SECOND))).toEqual({ verdict: "pass" });
  });

  test("serves its form only", async () => {
    await sendMany(60);
    const { proof } = await solved(await challenged());
    expect(await assessForm(form({ proof }), later(30 * SECOND))).toMatchObject({ verdict: "challenge", early: false });
  });

  test("lets the same form through again for a double tap, not for ever", async () => {
    await sendMany(60);
    const proven = await solved(await challenged());
    const verdicts = [];
    for (let use = 0; use < 6; use++) verdicts.push((await assessForm(proven, later(SECOND))).verdict);
    expect(verdicts).toEqual(["pass", "pass", "pass", "pass", "pass", "challenge"]);
  });

  test("is worth nothing after an hour", async () => {
    await sendMany(60);
    const proven = await solved(await challenged());
    await sendMany(60, later(HOUR));
    expect(await assessForm(proven, later(HOUR))).toMatchObject({ verdict: "challenge", early: false });
  });

  test.each(["", "x", "e30=", Buffer.from('{"parameters":{},"signature":""}').toString("base64"), "A".repeat(5_000)])(
    "is not %.20s",
    async (challenge) => {
      await sendMany(60);
      const verdict = await assessForm(form({ proof: { challenge, solution: "{}" } }), later(MINUTE));
      expect(verdict).toMatchObject({ verdict: "challenge", early: false });
    },
  );

  test("cannot be made easier, nor older, by its holder", async () => {
    await sendMany(60);
    const asked = await challenged();
    const challenge = JSON.parse(Buffer.from(asked.proof.challenge, "base64").toString());
    challenge.parameters.data.issuedAt -= MINUTE;
    const changed = { challenge: Buffer.from(JSON.stringify(challenge)).toString("base64"), solution: "" };
    expect(await assessForm({ ...asked, proof: changed }, later(SECOND))).toMatchObject({ early: false });
    const invented = { ...asked.proof, solution: '{"counter":7,"derivedKey":"00ff"}' };
    expect(await assessForm({ ...asked, proof: invented }, later(SECOND))).toMatchObject({ early: true });
  });
});

test("when the counters cannot be reached, people register and the log says so", async () => {
  const warned = vi.spyOn(log(), "warn");
  await db.$executeRaw`ALTER TABLE "RateLimiterFlexible" RENAME TO "Away"`;
  try {
    expect(await sendMany(70)).toEqual({ pass: 70 });
    expect(warned).toHaveBeenCalledTimes(70);
  } finally {
    await db.$executeRaw`ALTER TABLE "Away" RENAME TO "RateLimiterFlexible"`;
    warned.mockRestore();
  }
});
