import { type ChildProcess, spawn } from "node:child_process";
import { mkdir, readFile, rm } from "node:fs/promises";
import path from "node:path";
import { buildPages, generateClient } from "#lib/commands/build";
import { PROJECT_ROOT } from "#lib/platform/root";
import { type Outcome, readPlaywright, readVitest } from "#tests/support/reports";

/**
 * `npm test`: everything, in the order in which a fault is cheapest to find.
 * Ends with the line « N passed, N failed », and with 0 only when something ran and nothing failed.
 */

// All of the load tests takes longer than a change should wait: `npm run test:race` and `npm run test:crash`.
process.env.TEST_LOAD ??= "part";

const OUTPUT = path.join(PROJECT_ROOT, "tests/.output");
/** Longer than a machine three times slower takes: what is stopped hangs. */
const LIMIT_MINUTES = 80;
const MINUTE_MS = 60_000;
const GRACE_MS = 20_000;

const running = new Set<ChildProcess>();

function signal(name: NodeJS.Signals): void {
  for (const { pid } of running) {
    try {
      // Each tool leads a group of its own, with what it started.
      if (pid) process.kill(-pid, name);
    } catch {
      // It has just ended by itself.
    }
  }
}

/** As Ctrl-C does: the tools clean up behind them, and are given little time for it. */
function endAll(): void {
  signal("SIGINT");
  setTimeout(() => signal("SIGKILL"), GRACE_MS).unref();
}

function runTool(command: string, args: string[]): Promise<number> {
  return new Promise((resolve, reject) => {
    const tool = spawn(process.execPath, [path.join(PROJECT_ROOT, "node_modules", command), ...args], {
      cwd: PROJECT_ROOT,
      stdio: "inherit",
      detached: true,
    });
    running.add(tool);
    tool.once("error", reject);
    tool.once("close", (code) => {
      running.delete(tool);
      resolve(code ?? 1);
    });
  });
}

/** A tool that only says yes or no counts for one. */
const check = (name: string, command: string, args: string[]) => async (): Promise<Outcome> =>
  (await runTool(command, args)) === 0 ? { passed: 1, failures: [] } : { passed: 0, failures: [name] };

/** A tool that reports in a file. Its failure counts even when the report names none: a file that did not load, say. */
async function reported(
  name: string,
  report: string,
  run: (file: string) => Promise<number>,
  read: (text: string) => Outcome,
): Promise<Outcome> {
  const file = path.join(OUTPUT, report);
  await rm(file, { force: true });
  const code = await run(file);
  const outcome: Outcome = await readFile(file, "utf8").then(read, () => ({ passed: 0, failures: [] }));
  if (code !== 0 && outcome.failures.length === 0) outcome.failures.push(`${name} (ended with ${code})`);
  if (code === 0 && outcome.passed === 0) outcome.failures.push(`${name} (ran no test)`);
  return outcome;
}

const vitest = (name: string, projects: string[]) => () =>
  reported(
    name,
    `vitest-${name}.json`,
    (file) =>
      runTool("vitest/vitest.mjs", [
        "run",
        ...projects.map((project) => `--project=${project}`),
        "--reporter=default",
        "--reporter=json",
        `--outputFile.json=${file}`,
      ]),
    readVitest,
  );

const prepared = (name: string, work: () => Promise<void>) => async (): Promise<Outcome> => {
  try {
    await work();
    return { passed: 1, failures: [] };
  } catch (error) {
    process.stdout.write(`${(error as Error).message}\n`);
    return { passed: 0, failures: [name] };
  }
};

const STEPS: [name: string, work: () => Promise<Outcome>][] = [
  ["Database client", prepared("prisma generate", generateClient)],
  ["Format and lint", check("format and lint", "@biomejs/biome/bin/biome", ["check", "--error-on-warnings", "."])],
  ["Types", check("types", "typescript/bin/tsc", ["--noEmit"])],
  ["Architecture, units, integration", vitest("inside", ["architecture", "unit", "integration"])],
  ["Build", prepared("build", buildPages)],
  ["Races and crashes", vitest("load", ["load"])],
  [
    "Journeys in a browser",
    () =>
      reported(
        "e2e",
        "playwright.json",
        () => runTool("@playwright/test/cli.js", ["test", "-c", "tests/e2e"]),
        readPlaywright,
      ),
  ],
];

/** What needs the pages is not worth starting without them. */
const NEEDS_BUILD = ["Races and crashes", "Journeys in a browser"];

async function main(): Promise<void> {
  await mkdir(OUTPUT, { recursive: true });
  const started = performance.now();
  const seconds = () => `${Math.round((performance.now() - started) / 1000)} s`;
  const failures: string[] = [];
  const unsteady: string[] = [];
  let passed = 0;
  let stopped = "";
  const stop = (why: string) => {
    stopped = why;
    endAll();
  };
  setTimeout(() => stop(`took more than ${LIMIT_MINUTES} minutes`), LIMIT_MINUTES * MINUTE_MS).unref();
  for (const request of ["SIGINT", "SIGTERM"] as const) process.once(request, () => stop("interrupted"));

  for (const [index, [name, work]] of STEPS.entries()) {
    const skipped = stopped || (failures.includes("build") && NEEDS_BUILD.includes(name));
    process.stdout.write(`\n── ${index + 1}/${STEPS.length} ${name} (${seconds()})${skipped ? ": not run" : ""}\n`);
    const outcome = skipped ? { passed: 0, failures: [`${name}: not run`] } : await work();
    passed += outcome.passed;
    failures.push(...outcome.failures);
    unsteady.push(...(outcome.unsteady ?? []));
  }
  if (stopped) failures.push(stopped);
  process.stdout.write(`\nDone in ${seconds()}.\n`);
  const list = (head: string, names: string[]) =>
    names.length > 0 && process.stdout.write(`\n${head}:\n${names.map((name) => `  ${name}\n`).join("")}`);
  list("Passed only when played again", unsteady);
  list("Failed", failures);
  process.stdout.write(`\n${passed} passed, ${failures.length} failed\n`);
  process.exit(failures.length === 0 && passed > 0 ? 0 : 1);
}

await main();
