import { execFileSync } from "node:child_process";
import { mkdir, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { readiness } from "#lib/edge/front/health";
import { db, POOL_SIZE } from "#lib/platform/db";
import { rereadEnv } from "#lib/platform/env";
import { dataFolder, removeFolder } from "#tests/support/portal";
import { statementsOf } from "#tests/support/statements";

let dataDir: string;
let mounted: string[] = [];

beforeEach(async () => {
  dataDir = await dataFolder();
});
afterEach(async () => {
  delete process.env.DATA_DIR;
  rereadEnv();
  for (const folder of mounted) execFileSync("umount", [folder]);
  mounted = [];
  await removeFolder(dataDir);
});

async function disk(folder: string): Promise<boolean | undefined> {
  process.env.DATA_DIR = folder;
  rereadEnv();
  return (await readiness()).checks.find(({ name }) => name === "disk")?.ok;
}

/** A disk of a megabyte. @returns whether this machine lets us have one */
function mountSmall(folder: string): boolean {
  try {
    execFileSync("mount", ["-t", "tmpfs", "-o", "size=1m", "tmpfs", folder], { stdio: "ignore" });
  } catch {
    return false;
  }
  mounted.push(folder);
  return true;
}

it("says whether the disk of the data has room, whatever the disk of the portal has", async ({ skip }) => {
  const small = path.join(dataDir, "small");
  await mkdir(small);
  if (!mountSmall(small)) skip("mounting is for root");
  expect(await disk(small)).toBe(true);
  await writeFile(path.join(small, "data"), Buffer.alloc(1_020_000));
  expect(await disk(small)).toBe(false);
  expect(await disk(dataDir)).toBe(true);
  await rm(path.join(small, "data"));
  expect(await disk(small)).toBe(true);
});

it("looks at the portal’s own disk before there are data, and lets pass a file system that counts nothing", async () => {
  expect(await disk(path.join(dataDir, "none"))).toBe(true);
  expect(await disk("/proc")).toBe(true);
});

it("is ready while every connection of the pages is taken, and says so once for all who ask together", async () => {
  const { promise: over, resolve: end } = Promise.withResolvers<void>();
  let held = 0;
  const pages = Array.from({ length: POOL_SIZE + 3 }, () =>
    db.$transaction(
      async (tx) => {
        await tx.need.count();
        held += 1;
        await over;
      },
      { maxWait: 60_000, timeout: 120_000 },
    ),
  );
  await expect.poll(() => held, { timeout: 60_000 }).toBe(POOL_SIZE);
  const asked = await statementsOf(async () => {
    const told = await Promise.all(Array.from({ length: 20 }, readiness));
    expect(told.map(({ checks }) => checks.filter(({ ok }) => !ok))).toEqual(told.map(() => []));
  });
  expect(held).toBe(POOL_SIZE);
  expect(asked).toHaveLength(2);
  end();
  await Promise.all(pages);
});
