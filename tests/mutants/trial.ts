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

/** What tests made of some mutants together: the first one that failed, what else went wrong, or nothing. */
export type Trial = (mutants: readonly Mutant[], tests: readonly string[], limitMs: number) => Promise<string | null>;

const LEFT_OUT = ["node_modules", ".git", ".next", ".data", "tests/.output"];
/** Migrated once: no mutant changes the structure. */
const TEMPLATE = "mutants";

/** As the command line of vitest sets for what it starts. */
const TESTING = { NODE_ENV: "test", TEST: "true", VITEST: "true" } as const;

const START_MS = 5 * 60_000;
const ENDS = "ends the runner of the tests";

/** What a runner said, or why it says nothing any more. */
type Answer = { failed: string | null; isOver: boolean };

function answerOf(runner: ChildProcess, limitMs: number): Promise<Answer> {
  const heard = new AbortController();
  return Promise.race([
    once(runner, "message", heard).then(([failed]) => ({ failed, isOver: false })),
    once(runner, "exit", heard).then(() => ({ failed: ENDS, isOver: true })),
    setTimeout(limitMs, { failed: "hangs", isOver: true }, heard),
  ]).finally(() => heard.abort());
}

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
  // It leads a group of its own, with what it started, some of which may outlive it.
  const end = () => {
    try {
      if (runner?.pid) process.kill(-runner.pid, "SIGKILL");
    } catch {
      // Nothing of it is left.
    }
    runner = undefined;
  };
  process.prependOnceListener("exit", end);

  async function start(): Promise<ChildProcess> {
    const env = { ...process.env, ...databases, ...TESTING };
    runner = fork("tests/mutants/runner.ts", [], { cwd: copy, env, stdio: "ignore", detached: true });
    const { isOver } = await answerOf(runner, START_MS);
    if (isOver) throw new Error("No runner of the tests starts: run tests/mutants/runner.ts to see why.");
    return runner;
  }

  /** Files are broken or mended since the last run: it reads again what was written by either. */
  let rewritten: string[] = [];
  async function vitest(tests: readonly string[], limitMs: number): Promise<Answer> {
    if (!runner?.connected) end();
    runner ??= await start();
    runner.send({ rewritten, tests } satisfies Order);
    const answer = await answerOf(runner, limitMs);
    if (answer.isOver) end();
    return answer;
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
      let { failed } = await vitest(tests, limitMs);
      // So does a machine that is short of memory: what ends two runners is the mutant.
      if (failed === ENDS) ({ failed } = await vitest(tests, limitMs));
      return failed;
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
