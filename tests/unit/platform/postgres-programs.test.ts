import os from "node:os";
import { afterEach, expect, test, vi } from "vitest";
import { openPrograms } from "#lib/platform/postgres-programs";

afterEach(() => void vi.restoreAllMocks());

test("an account that has no name on this machine is told what to do", async () => {
  vi.spyOn(process, "getuid").mockReturnValue(54_321);
  vi.spyOn(os, "userInfo").mockImplementation(() => {
    throw new Error("ENOENT: no such file or directory, uv_os_get_passwd");
  });
  await expect(openPrograms("/nulle-part")).rejects.toThrow(/compte qui n’a pas de nom.*\/etc\/passwd.*DATABASE_URL/);
});

test("an account that has one opens the programs", async () => {
  vi.spyOn(process, "getuid").mockReturnValue(54_321);
  expect(await openPrograms("/nulle-part")).toMatchObject({ user: null });
});
