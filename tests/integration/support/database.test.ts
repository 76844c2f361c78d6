import { describe, expect, test } from "vitest";
import { db } from "#lib/platform/db";

describe("the database of the tests", () => {
  const add = () =>
    db.term.create({
      data: { slug: "pta", name: "PTA", aliases: [], definition: "…", source: "test", confidence: "documented" },
    });

  test("holds what a test wrote", async () => {
    await add();
    expect(await db.term.count()).toBe(1);
  });

  test("is empty again for the next one", async () => {
    expect(await db.term.count()).toBe(0);
    await add();
  });

  test("runs far from Paris", () => {
    expect(new Date("2027-01-21T12:00:00Z").getHours()).toBe(17);
  });
});
