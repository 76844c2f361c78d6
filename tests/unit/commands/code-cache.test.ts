import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { expect, onTestFinished, test } from "vitest";
import { PROJECT_ROOT } from "#lib/platform/root";

const run = promisify(execFile);

/** Whether a process of the portal has loaded what strips code of its types. */
async function strips(code: string, env: Record<string, string>): Promise<boolean> {
  const { PATH = "" } = process.env;
  const telling = `${code}
    process.stdout.write(String(process.moduleLoadList.some((name) => name.includes("amaro"))));`;
  const { stdout } = await run(process.execPath, ["--input-type=module", "--eval", telling], {
    cwd: PROJECT_ROOT,
    env: { PATH, NODE_ENV: "test", ...env },
  });
  return stdout === "true";
}

const SERVED = `
  await import("#lib/commands/serve");
  await import("#lib/jobs/worker");
  await import("#lib/jobs/harvest");
  await import("#lib/mail/mailbox");
  await import("#lib/edge/front/server");`;
const KEPT = `
  const { keepCode } = await import("#lib/commands/code-cache");
  await keepCode();`;

test("once code is kept, a portal that starts never loads what strips it of its types", {
  timeout: 240_000,
}, async () => {
  const folder = await mkdtemp(path.join(tmpdir(), "portail-code-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  const cache = { NODE_COMPILE_CACHE: folder };
  expect(await strips(SERVED, {})).toBe(true);
  expect(await strips(KEPT, cache)).toBe(true);
  expect(await strips(KEPT, cache)).toBe(false);
  expect(await strips(SERVED, cache)).toBe(false);
});

test("a folder that cannot be written is done without", async () => {
  expect(await strips(KEPT, { NODE_COMPILE_CACHE: "/dev/null/code" })).toBe(true);
});
