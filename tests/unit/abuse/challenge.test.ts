import { solveChallenge } from "altcha-lib";
import { deriveKey } from "altcha-lib/algorithms/pbkdf2";
import { expect, test } from "vitest";
import { issueChallenge, readChallenge } from "#lib/abuse/challenge";
import { AT } from "#tests/support/clock";

test("a challenge is work for a phone: from a hundred to three hundred tries of five thousand rounds", async () => {
  const posted = await issueChallenge("a form", AT);
  const challenge = JSON.parse(Buffer.from(posted, "base64").toString());
  expect(challenge.parameters.cost).toBe(5_000);
  const solution = await solveChallenge({ challenge, deriveKey });
  expect(solution?.counter).toBeGreaterThanOrEqual(100);
  expect(solution?.counter).toBeLessThanOrEqual(300);
  const answer = await readChallenge({ challenge: posted, solution: JSON.stringify(solution) }, "a form");
  expect(answer).toMatchObject({ solved: true, issuedAt: AT });
});
