import path from "node:path";
import { PROJECT_ROOT } from "#lib/platform/root";

/** How many tests passed, the names of those that did not, and of those that passed only when they were played again. */
export type Outcome = { passed: number; failures: string[]; unsteady?: string[] };

type VitestReport = {
  testResults: {
    name: string;
    status: string;
    assertionResults: { status: string; fullName: string }[];
  }[];
};

/** Reads the JSON report of vitest. A file that did not load counts for one failure. */
export function readVitest(text: string): Outcome {
  const { testResults } = JSON.parse(text) as VitestReport;
  const failures: string[] = [];
  let passed = 0;
  for (const { name, status, assertionResults } of testResults) {
    const file = path.relative(PROJECT_ROOT, name);
    const failed = assertionResults.filter((result) => result.status === "failed");
    failures.push(...failed.map(({ fullName }) => `${file} › ${fullName}`));
    if (status === "failed" && failed.length === 0) failures.push(file);
    passed += assertionResults.filter((result) => result.status === "passed").length;
  }
  return { passed, failures };
}

type Suite = { suites?: Suite[]; specs?: Spec[] };
type Spec = { title: string; file: string; tests: { projectName: string; status: string }[] };

function specsOf({ suites = [], specs = [] }: Suite): Spec[] {
  return [...specs, ...suites.flatMap(specsOf)];
}

/** Reads the JSON report of Playwright. */
export function readPlaywright(text: string): Outcome {
  const report = JSON.parse(text) as Suite & { errors: { message: string }[] };
  const tests = specsOf(report).flatMap(({ title, file, tests }) =>
    tests.map(({ projectName, status }) => ({ status, name: `tests/e2e/${file} [${projectName}] › ${title}` })),
  );
  const named = (...statuses: string[]) => tests.filter((one) => statuses.includes(one.status)).map(({ name }) => name);
  const unsteady = named("flaky");
  // What did not run because something before it failed has not passed.
  const failures = named("unexpected", "skipped");
  const passed = tests.length - failures.length;
  failures.push(...report.errors.map(({ message }) => message.split("\n")[0] ?? "e2e"));
  return { passed, failures, unsteady };
}
