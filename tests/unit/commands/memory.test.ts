import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { expect, it } from "vitest";
import { defaultHeap } from "#lib/commands/memory";
import { PROJECT_ROOT } from "#lib/platform/root";

const run = promisify(execFile);
const MEBIBYTE = 1024 * 1024;
const GIBIBYTE = 1024 * MEBIBYTE;

const TELL = `
  import { getHeapStatistics } from "node:v8";
  import { boundMemory } from "#lib/commands/memory";
  process.stdout.write(process.pid + " ");
  boundMemory();
  const { MALLOC_ARENA_MAX } = process.env;
  const heap = getHeapStatistics().heap_size_limit;
  process.stdout.write(JSON.stringify({ heap, arenas: MALLOC_ARENA_MAX, pid: process.pid, argument: process.argv.at(-1) }));
`;

/** What a command sees of itself once it is bounded. */
async function seen(settings: Record<string, string>) {
  const { PATH = "" } = process.env;
  const began = ["--input-type=module", "--eval", TELL, "un argument"];
  const { stdout, stderr } = await run(process.execPath, began, {
    cwd: PROJECT_ROOT,
    env: { PATH, NODE_ENV: "test", ...settings },
  });
  const [, pids = "", told = ""] = /^([\d ]+)(\{.*\})$/.exec(stdout) ?? [];
  const { heap, arenas, pid, argument } = JSON.parse(told);
  return { heap: heap / MEBIBYTE, arenas, argument, stderr, pids: pids.trim().split(" ").map(Number), pid };
}

it("a command begins anew as the same process, with the heap that was asked for and what it was told", async () => {
  const { heap, arenas, argument, stderr, pids, pid } = await seen({ HEAP_MB: "200" });
  expect(heap).toBeGreaterThanOrEqual(200);
  expect(heap).toBeLessThan(260);
  expect({ arenas, argument, stderr, pids }).toEqual({
    arenas: "2",
    argument: "un argument",
    stderr: "",
    pids: [pid, pid],
  });
});

it("whoever bounds the heap is obeyed, and settings that are wrong are left to the command", async () => {
  const own = await seen({ NODE_OPTIONS: "--max-old-space-size=300", HEAP_MB: "200" });
  expect(own.heap).toBeGreaterThanOrEqual(300);
  expect(own.pids).toEqual([own.pid]);
  expect((await seen({ HEAP_MB: "12" })).pids).toHaveLength(1);
});

it("unasked, the heap is a quarter of the memory, within bounds", () => {
  expect([GIBIBYTE / 4, GIBIBYTE / 1.6, 64 * GIBIBYTE].map(defaultHeap)).toEqual([128, 160, 256]);
});
