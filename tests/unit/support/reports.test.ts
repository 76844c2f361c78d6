import path from "node:path";
import { expect, test } from "vitest";
import { PROJECT_ROOT } from "#lib/platform/root";
import { readPlaywright, readVitest } from "#tests/support/reports";

const file = (name: string) => path.join(PROJECT_ROOT, name);

test("counts what vitest passed, and names what failed", () => {
  const report = {
    testResults: [
      {
        name: file("tests/unit/a.test.ts"),
        status: "failed",
        assertionResults: [
          { status: "passed", fullName: "adds" },
          { status: "failed", fullName: "removes" },
          { status: "pending", fullName: "later" },
        ],
      },
      { name: file("tests/unit/b.test.ts"), status: "failed", assertionResults: [] },
      {
        name: file("tests/unit/c.test.ts"),
        status: "passed",
        assertionResults: [{ status: "passed", fullName: "reads" }],
      },
    ],
  };
  expect(readVitest(JSON.stringify(report))).toEqual({
    passed: 2,
    failures: ["tests/unit/a.test.ts › removes", "tests/unit/b.test.ts"],
  });
});

test("counts what Playwright passed, names what passed only when played again; what did not run has not passed", () => {
  const spec = (title: string, status: string) => ({
    title,
    file: "register.spec.ts",
    tests: [{ projectName: "phone", status }],
  });
  const report = {
    errors: [{ message: "global set-up failed\nat line 3" }],
    suites: [
      {
        specs: [spec("registers", "expected"), spec("cancels", "flaky")],
        suites: [{ specs: [spec("errs", "unexpected"), spec("waits", "skipped")] }],
      },
    ],
  };
  expect(readPlaywright(JSON.stringify(report))).toEqual({
    passed: 2,
    unsteady: ["tests/e2e/register.spec.ts [phone] › cancels"],
    failures: [
      "tests/e2e/register.spec.ts [phone] › errs",
      "tests/e2e/register.spec.ts [phone] › waits",
      "global set-up failed",
    ],
  });
});
