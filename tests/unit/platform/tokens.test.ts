import { expect, test } from "vitest";
import { isToken, newToken } from "#lib/platform/tokens";

const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

test("a token has one spelling: the last letter of others spells the same bytes, and they are no tokens", () => {
  const token = newToken();
  const bytes = Buffer.from(token, "base64url");
  const same = Array.from(ALPHABET, (letter) => token.slice(0, -1) + letter).filter((text) =>
    Buffer.from(text, "base64url").equals(bytes),
  );
  expect(same).toHaveLength(4);
  expect(same.filter(isToken)).toEqual([token]);
  for (const other of [`${token}=`, `${token} `, `${token}\n`, ` ${token}`, token.slice(1), undefined, [token]])
    expect(isToken(other)).toBe(false);
});
