/** Chance that can be played again. */

/**
 * Numbers between 0 and 1, the same ones for the same seed (mulberry32).
 * @param seed any integer
 */
export function chance(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A list in another order (Fisher and Yates). */
export function shuffled<T>(list: readonly T[], random: () => number): T[] {
  const cards = [...list];
  for (let left = cards.length; left > 1; left--) {
    const [drawn] = cards.splice(Math.floor(random() * left), 1);
    if (drawn !== undefined) cards.push(drawn);
  }
  return cards;
}

/** One of a list. @throws Error when it is empty */
export function oneOf<T>(list: readonly T[], random: () => number): T {
  const drawn = list[Math.floor(random() * list.length)];
  if (drawn === undefined) throw new Error("nothing to draw from");
  return drawn;
}

export const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
