import path from "node:path";
import { createVitest } from "vitest/node";

/**
 * Runs tests again and again for `openWorkshop`, in the folder where it is started: what did not change since is not read
 * again. It is told the files that were rewritten and the tests to run, and answers with the first that failed, or null.
 */

export type Order = { rewritten: readonly string[]; tests: readonly string[] };

let failed: string | null = null;

const vitest = await createVitest({
  run: true,
  watch: false,
  project: ["unit", "integration"],
  maxWorkers: 1,
  bail: 1,
  // What is slow on a busy machine is not broken.
  testTimeout: 60_000,
  hookTimeout: 120_000,
  // The result of a run tells of the runs before it too.
  reporters: [
    {
      onTestCaseResult(test) {
        if (test.result().state === "failed") failed ??= `${test.module.relativeModuleId} > ${test.fullName}`;
      },
      onTestModuleEnd(module) {
        if (module.state() === "failed") failed ??= module.relativeModuleId;
      },
      onTestRunEnd(_, [error]) {
        if (error) failed ??= error.message;
      },
    },
  ],
});
await vitest.standalone();

process.once("disconnect", () => process.exit());
process.on("message", async ({ rewritten, tests }: Order) => {
  failed = null;
  for (const file of rewritten) vitest.invalidateFile(path.resolve(file));
  await vitest.runTestSpecifications(await vitest.globTestSpecifications([...tests]));
  process.send?.(failed);
});
process.send?.("ready");
