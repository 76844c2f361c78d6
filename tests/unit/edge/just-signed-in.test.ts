import { expect, test } from "vitest";
import { issueFormToken } from "#lib/abuse/form-token";
import { hasJustSignedIn } from "#lib/edge/just-signed-in";
import { AT, later, MINUTE } from "#tests/support/clock";

test("an address says for two minutes that somebody has just signed in, and only when we wrote it", () => {
  const proof = issueFormToken(AT);
  expect(hasJustSignedIn(proof, later(2 * MINUTE - 1))).toBe(true);
  expect(hasJustSignedIn(proof, later(2 * MINUTE))).toBe(false);
  for (const other of [undefined, "", "oui", `${proof}=`, [proof, proof]])
    expect(hasJustSignedIn(other, AT)).toBe(false);
});
