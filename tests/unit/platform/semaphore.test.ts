import { expect, test } from "vitest";
import { semaphore } from "#lib/platform/semaphore";

const turn = () => new Promise((resolve) => setTimeout(resolve));

test("lets so many in at once, the others in order, whatever becomes of those before", async () => {
  const through = semaphore(2);
  const entered: number[] = [];
  let inside = 0;
  let most = 0;
  const works = Array.from({ length: 9 }, (_, number) =>
    through(async () => {
      entered.push(number);
      inside += 1;
      most = Math.max(most, inside);
      await turn();
      inside -= 1;
      if (number % 3 === 0) throw new Error("accident");
      return number;
    }).catch(() => "accident"),
  );
  expect(await Promise.all(works)).toEqual(["accident", 1, 2, "accident", 4, 5, "accident", 7, 8]);
  expect(entered).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8]);
  expect(most).toBe(2);
  expect(await through(async () => "again")).toBe("again");
});
