import { describe, expect, test } from "vitest";
import { createStaticFiles } from "#lib/edge/front/static-files";
import { shareStaticFiles } from "#lib/edge/static-file-mutations";
import { db, disconnect } from "#lib/platform/db";
import { rereadEnv } from "#lib/platform/env";
import { AT, DAY, later } from "#tests/support/clock";
import { statementsOf } from "#tests/support/statements";

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

describe("the files of another build", () => {
  const body = new Uint8Array([1, 2, 3]);
  const share = (path: string) => db.staticFile.create({ data: { path, body } });
  const url = (name: string) => `/_next/static/${name}`;

  test("are given by their names, and a flood of unknown names asks the database once", async () => {
    await share("other/a.css");
    const files = createStaticFiles(() => 0);
    expect(await files.find(url("other/a.css?v=1"))).toMatchObject({
      body,
      headers: { "Content-Type": "text/css; charset=utf-8" },
    });
    const flood = Array.from({ length: 200 }, (_, index) => files.find(url(`unknown/${index}.js`)));
    const asked = await statementsOf(async () => {
      expect((await Promise.all(flood)).filter(Boolean)).toEqual([]);
      for (let index = 0; index < 50; index++) await files.find(url(`late/${index}.js`));
      for (let index = 0; index < 50; index++) await files.find(url("other/a.css"));
    });
    expect(asked).toEqual([]);
  });

  test("of a build that starts later are known within two seconds, for all who ask together", async () => {
    let elapsed = 0;
    const files = createStaticFiles(() => elapsed);
    const found = async () => (await files.find(url("next/a.js"))) !== null;
    expect(await found()).toBe(false);
    await share("next/a.js");
    elapsed = 1_999;
    expect(await found()).toBe(false);
    elapsed = 2_000;
    const asked = await statementsOf(async () => {
      expect(await Promise.all([found(), found(), found()])).toEqual([true, true, true]);
    });
    expect(asked).toHaveLength(2);
  });

  test("are asked for again once the database is back", async () => {
    let elapsed = 0;
    const files = createStaticFiles(() => elapsed);
    await share("next/a.js");
    const { DATABASE_URL } = process.env;
    await disconnect();
    process.env.DATABASE_URL = "postgresql://nobody@127.0.0.1:9/none";
    rereadEnv();
    await expect(files.find(url("next/a.js"))).rejects.toThrow();
    await disconnect();
    process.env.DATABASE_URL = DATABASE_URL;
    rereadEnv();
    elapsed = 2_000;
    expect(await files.find(url("next/a.js"))).toMatchObject({ body });
  });
});
