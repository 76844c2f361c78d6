import { expect } from "vitest";

/**
 * Makes rows in an order that is neither the one expected nor its reverse, reads them, and expects them in order: a list
 * that forgot to be sorted, or is sorted the other way round, shows.
 * @param expected at least three names, in the order in which they must be read
 * @param insert makes the row of a name; its rank says what it must be sorted by
 */
export async function expectOrder(
  expected: readonly [string, string, string, ...string[]],
  insert: (name: string, rank: number) => Promise<unknown>,
  read: () => Promise<readonly string[]>,
): Promise<void> {
  const ranked = expected.map((name, rank) => ({ name, rank }));
  const shuffled = [...ranked.filter(({ rank }) => rank % 2), ...ranked.filter(({ rank }) => rank % 2 === 0)];
  for (const { name, rank } of shuffled) await insert(name, rank);
  expect(await read()).toEqual(expected);
}
