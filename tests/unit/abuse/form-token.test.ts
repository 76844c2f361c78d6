import { describe, expect, it } from "vitest";
import { issueFormToken, readFormToken } from "#lib/abuse/form-token";
import { AT, DAY, later, MINUTE } from "#tests/support/clock";

describe("a form token", () => {
  it("says when its form was shown, for a day", () => {
    const token = issueFormToken(AT);
    expect(token).toMatch(/^[\w-]{72}$/);
    expect(readFormToken(token, AT)).toEqual({ issuedAt: AT });
    expect(readFormToken(token, later(DAY - 1))).toEqual({ issuedAt: AT });
    expect(readFormToken(token, later(DAY))).toBeNull();
  });

  it("is never the same twice", () => {
    expect(issueFormToken(AT)).not.toBe(issueFormToken(AT));
  });

  it("may come from a process whose clock is a little ahead, not from tomorrow", () => {
    expect(readFormToken(issueFormToken(later(MINUTE)), AT)).not.toBeNull();
    expect(readFormToken(issueFormToken(later(2 * MINUTE)), AT)).toBeNull();
  });

  it("cannot be made or changed by its holder", () => {
    const token = issueFormToken(AT);
    for (const place of [0, 25, 40, 71]) {
      const other = token[place] === "A" ? "B" : "A";
      expect(readFormToken(token.slice(0, place) + other + token.slice(place + 1), AT)).toBeNull();
    }
  });

  it.each([undefined, "", "x", "é".repeat(80), ["a", "b"], "A".repeat(10_000)])("is not %o", (posted) => {
    expect(readFormToken(posted, AT)).toBeNull();
  });
});
