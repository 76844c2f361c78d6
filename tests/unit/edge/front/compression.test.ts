import { expect, test } from "vitest";
import { isCompressible } from "#lib/edge/front/compression";

test.each([
  ["text/html; charset=utf-8", 512, true],
  ["text/html; charset=utf-8", 511, false],
  ["image/png", 100_000, false],
])("%s of %d bytes is worth compressing: %s", (type, bytes, worth) => {
  expect(isCompressible(type, bytes)).toBe(worth);
});
