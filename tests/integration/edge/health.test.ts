import { execFileSync } from "node:child_process";
import { mkdir, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { readiness } from "#lib/edge/front/health";
import { rereadEnv } from "#lib/platform/env";
import { dataFolder, removeFolder } from "#tests/support/portal";

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
