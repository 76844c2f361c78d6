import { spawn } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { stripVTControlCharacters } from "node:util";
import { PROJECT_ROOT } from "#lib/platform/root";
import type { Mutant } from "#tests/mutants/find";
import { makeTemplate, ownServer } from "#tests/support/postgres";

/** What tests made of some mutants together: the first one that failed, « hangs », or nothing. */
export type Trial = (mutants: readonly Mutant[], tests: readonly string[], limitMs: number) => Promise<string | null>;

const LEFT_OUT = ["node_modules", ".git", ".next", ".data", "tests/.output"];
/** Migrated once: no mutant changes the structure. */
const TEMPLATE = "mutants";
/** What is slow on a busy machine is not broken. */
const PATIENCE = ["--testTimeout=60000", "--hookTimeout=120000"];

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

  const vitest = (tests: readonly string[], limitMs: number) =>
    new Promise<string | null>((resolve, reject) => {
      const args = ["run", "--project=unit", "--project=integration", "--maxWorkers=1", "--bail=1", ...PATIENCE];
      const run = spawn(process.execPath, ["node_modules/vitest/vitest.mjs", ...args, ...tests], {
        cwd: copy,
        env: { ...process.env, ...databases },
        stdio: ["ignore", "pipe", "pipe"],
        detached: true,
      });
      let said = "";
      for (const output of [run.stdout, run.stderr]) output.on("data", (piece) => (said += piece));
      // It leads a group of its own, with what it started.
      const end = () => run.pid && process.kill(-run.pid, "SIGKILL");
      const hangs = setTimeout(end, limitMs);
      process.prependOnceListener("exit", end);
      run.once("error", reject);
      run.once("close", (code) => {
        clearTimeout(hangs);
        process.off("exit", end);
        const [, failed] = /FAIL +(.*)/.exec(stripVTControlCharacters(said)) ?? [];
        resolve(code === 0 ? null : code === null ? "hangs" : (failed ?? said.slice(-500)));
      });
    });

  const trial: Trial = async (mutants, tests, limitMs) => {
    if (!tests.length) return null;
    const texts = new Map(mutants.map(({ file }) => [file, readFileSync(path.join(copy, file), "utf8")]));
    const fromTheEnd = mutants.toSorted((a, b) => b.start - a.start);
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
    }
  };
  return { trial, close: () => server.stop() };
}
