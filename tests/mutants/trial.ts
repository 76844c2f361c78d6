import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout } from "node:timers/promises";
import { PROJECT_ROOT } from "#lib/platform/root";
import type { Mutant } from "#tests/mutants/find";
import type { Order } from "#tests/mutants/runner";
import { makeTemplate, ownServer } from "#tests/support/postgres";

/** What tests made of some mutants together: the first one that failed, « hangs », or nothing. */
export type Trial = (mutants: readonly Mutant[], tests: readonly string[], limitMs: number) => Promise<string | null>;

const LEFT_OUT = ["node_modules", ".git", ".next", ".data", "tests/.output"];
/** Migrated once: no mutant changes the structure. */
const TEMPLATE = "mutants";

/** As the command line of vitest sets for what it starts. */
const TESTING = { NODE_ENV: "test", TEST: "true", VITEST: "true" } as const;

/** A copy of the project to break, and a database server for all trials. */
export async function openWorkshop(): Promise<{ trial: Trial; close: () => Promise<void> }> {
  const copy = mkdtempSync(path.join(tmpdir(), "portail-mutants-"));
  process.once("exit", () => rmSync(copy, { recursive: true, force: true, maxRetries: 10 }));
  const isKept = (file: string) => !LEFT_OUT.includes(path.relative(PROJECT_ROOT, file));
  cpSync(PROJECT_ROOT, copy, { recursive: true, filter: isKept });
  symlinkSync(path.join(PROJECT_ROOT, "node_modules"), path.join(copy, "node_modules"));
  const server = await ownServer();
  await makeTemplate(server.adminUrl, TEMPLATE);
  const databases = { TEST_DATABASE_ADMIN_URL: server.adminUrl, TEST_DATABASE_TEMPLATE: TEMPLATE };

  let runner: ChildProcess | undefined;
  // It leads a group of its own, with what it started.
  const end = () => {
    if (runner?.pid) process.kill(-runner.pid, "SIGKILL");
    runner = undefined;
  };
  process.prependOnceListener("exit", end);

  async function start(): Promise<ChildProcess> {
    const env = { ...process.env, ...databases, ...TESTING };
    const started = fork("tests/mutants/runner.ts", [], { cwd: copy, env, stdio: "ignore", detached: true });
    await once(started, "message");
    return started;
  }

  /** Files are broken or mended since the last run: it reads again what was written by either. */
  let rewritten: string[] = [];
  async function vitest(tests: readonly string[], limitMs: number): Promise<string | null> {
    runner ??= await start();
    runner.send({ rewritten, tests } satisfies Order);
    const over = new AbortController();
    const answer = await Promise.race([
      once(runner, "message", over).then(([failed]) => ({ failed: failed as string | null })),
      once(runner, "exit", over).then(() => new Error("The runner of the tests ended by itself.")),
      setTimeout(limitMs, { failed: "hangs" }, over),
    ]).finally(() => over.abort());
    if (answer instanceof Error) throw answer;
    if (answer.failed === "hangs") end();
    return answer.failed;
  }

  const trial: Trial = async (mutants, tests, limitMs) => {
    if (!tests.length) return null;
    const texts = new Map(mutants.map(({ file }) => [file, readFileSync(path.join(copy, file), "utf8")]));
    const fromTheEnd = mutants.toSorted((a, b) => b.start - a.start);
    rewritten = [...new Set([...rewritten, ...texts.keys()])];
    try {
      for (const [file, text] of texts) {
        const broken = fromTheEnd
          .filter((mutant) => mutant.file === file)
          .reduce((rest, { start, end, becomes }) => rest.slice(0, start) + becomes + rest.slice(end), text);
        writeFileSync(path.join(copy, file), broken);
      }
      return await vitest(tests, limitMs);
    } finally {
      for (const [file, text] of texts) writeFileSync(path.join(copy, file), text);
      rewritten = [...texts.keys()];
    }
  };
  return {
    trial,
    close: async () => {
      end();
      await server.stop();
    },
  };
}
