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

  it("has one spelling: any other is no token", () => {
    const token = issueFormToken(AT);
    const others = [
      `${token}=`,
      `${token}==`,
      `${token} `,
      ` ${token}`,
      `${token}\n`,
      `${token}\r\n`,
      `${token}\u0000`,
      `${token}é`,
      `${token}A`,
      `${token.slice(0, 36)}\n${token.slice(36)}`,
      `${token.slice(0, 8)} ${token.slice(8)}`,
      token.replaceAll("-", "+").replaceAll("_", "/"),
    ].filter((other) => other !== token);
    for (const other of others) expect(readFormToken(other, AT), JSON.stringify(other)).toBeNull();
  });

  it.each([undefined, "", "x", "é".repeat(80), ["a", "b"], "A".repeat(10_000)])("is not %o", (posted) => {
    expect(readFormToken(posted, AT)).toBeNull();
  });
});
