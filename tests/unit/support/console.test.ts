import { describe, test } from "vitest";
import { expectConsole } from "#tests/support/console";

describe("the console guard", () => {
  test.fails("fails a test whose code complains", () => {
    console.error("something is wrong");
  });

  test("lets an announced complaint pass", () => {
    expectConsole(/^something/);
    console.warn("something is wrong");
  });
});
