import { expect, test } from "vitest";
import { shareStaticFiles } from "#lib/edge/static-file-mutations";
import { db } from "#lib/platform/db";
import { AT, DAY, later } from "#tests/support/clock";

test("the files of a build that is gone are kept for thirty days", async () => {
  for (const [path, days] of [
    ["gone/29.js", 29],
    ["gone/31.js", 31],
  ] as const)
    await db.staticFile.create({ data: { path, body: new Uint8Array(1), leftAt: later(-days * DAY) } });
  await shareStaticFiles(AT);
  const kept = await db.staticFile.findMany({ where: { path: { startsWith: "gone/" } }, select: { path: true } });
  expect(kept).toEqual([{ path: "gone/29.js" }]);
});
