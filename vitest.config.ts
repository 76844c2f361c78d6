import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";

/** Far from Paris and with a half hour, so that a date read in the machine's own zone shows. */
process.env.TZ = "Asia/Kathmandu";

const env = {
  TZ: process.env.TZ,
  APP_ENV: "test",
  LOG_LEVEL: "silent",
  SITE_URL: "https://portail.example",
  SESSION_SECRET: "a secret of the tests, long enough to be accepted",
  // Answers nobody: only the integration project is given a real database.
  DATABASE_URL: "postgresql://nobody@127.0.0.1:1/none",
};

const shared = {
  env,
  environment: "node",
  pool: "forks" as const,
  setupFiles: ["tests/support/console.ts"],
  // For what hangs: a machine that others keep busy is no fault.
  testTimeout: 120_000,
  hookTimeout: 120_000,
};

const LONG = /\/(endurance|migrate|embedded-postgres)\.test\.ts$/;
/** The longest begin, so that at the end no core waits for the other. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const isLong = ({ moduleId }: TestSpecification) => LONG.test(moduleId);
    return (await super.sort(files)).toSorted((a, b) => Number(isLong(b)) - Number(isLong(a)));
  }
}

export default defineConfig({
  oxc: { jsx: { runtime: "automatic" } },
  test: {
    reporters: ["default"],
    // By default one core is left aside, which is half of a small machine.
    maxWorkers: "100%",
    sequence: { sequencer: LongestFirst },
    projects: [
      { extends: true, test: { ...shared, name: "architecture", include: ["tests/architecture/**/*.test.ts"] } },
      { extends: true, test: { ...shared, name: "unit", include: ["tests/unit/**/*.test.{ts,tsx}"] } },
      {
        extends: true,
        test: {
          ...shared,
          name: "load",
          include: ["tests/load/**/*.test.ts"],
          // Whole, each file measures the machine; in part they wait more than they work.
          fileParallelism: process.env.TEST_LOAD === "part",
          testTimeout: 900_000,
          hookTimeout: 900_000,
        },
      },
      {
        extends: true,
        test: {
          ...shared,
          name: "integration",
          include: ["tests/integration/**/*.test.{ts,tsx}"],
          globalSetup: ["tests/support/postgres.ts"],
          setupFiles: [...shared.setupFiles, "tests/support/database.ts"],
        },
      },
    ],
  },
});
