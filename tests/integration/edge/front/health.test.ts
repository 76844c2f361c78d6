import { statfs } from "node:fs/promises";
import { expect, test, vi } from "vitest";
import { readiness } from "#lib/edge/front/health";

vi.mock("node:fs/promises", async (original) => ({ ...(await original<object>()), statfs: vi.fn() }));

const disk = (bavail: number, blocks = 100, bsize = 4096) =>
  vi.mocked(statfs).mockResolvedValue({ bavail, blocks, bsize } as never);
const failing = async () => (await readiness()).checks.filter(({ ok }) => !ok).map(({ name }) => name);

test("a portal whose database answers is ready while a twentieth of its disk is free", async () => {
  disk(5);
  expect(await failing()).toEqual([]);
  disk(4);
  expect(await failing()).toEqual(["disk"]);
  expect((await readiness()).ready).toBe(false);
});

test("on a huge disk a gigabyte is enough, and a byte less is not", async () => {
  const [block, gigabyte] = [4096, 2 ** 30];
  disk(gigabyte / block, 2 ** 32, block);
  expect(await failing()).toEqual([]);
  disk(gigabyte / block - 1, 2 ** 32, block);
  expect(await failing()).toEqual(["disk"]);
});
