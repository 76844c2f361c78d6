import { expect, test } from "vitest";
import { batches } from "#lib/platform/batches";

test("does together what comes while others are served, so many at most, each thing apart, in order", async () => {
  const served: string[] = [];
  const begun = Promise.withResolvers<void>();
  const goOn = Promise.withResolvers<void>();
  const ask = batches<number, string>(async (thing, asked) => {
    served.push(`${thing} ${asked.join(" ")}`);
    begun.resolve();
    if (thing === "une") await goOn.promise;
    return asked.map((number) => `${thing} ${number}`);
  }, 3);
  const first = ask("une", 1);
  await begun.promise;
  const others = [2, 3, 4, 5].map((number) => ask("une", number));
  expect(await ask("autre", 9)).toBe("autre 9");
  expect(served).toEqual(["une 1", "autre 9"]);
  goOn.resolve();
  expect(await Promise.all([first, ...others])).toEqual(["une 1", "une 2", "une 3", "une 4", "une 5"]);
  expect(served).toEqual(["une 1", "autre 9", "une 2 3 4", "une 5"]);
  expect(await ask("une", 6)).toBe("une 6");
});

test("tells everyone of a batch what it failed with, and goes on", async () => {
  const ask = batches<number, number>(async (_, asked) => {
    if (asked.includes(2)) throw new Error("accident");
    return asked;
  }, 2);
  const outcomes = await Promise.allSettled([1, 2, 3].map((number) => ask("une", number)));
  expect(outcomes.map(({ status }) => status)).toEqual(["rejected", "rejected", "fulfilled"]);
  expect(await ask("une", 4)).toBe(4);
});
