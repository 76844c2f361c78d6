import { AT, DAY, later } from "#tests/support/clock";

/** States that the public must not see, to be spread in a row. */
export const HIDDEN = [
  { slug: "brouillon", publishedAt: null },
  { slug: "programme", publishedAt: later(1) },
  { slug: "retire", publishedAt: later(-DAY), withdrawnAt: AT },
];

/** The address of each item, in order. */
export const slugsOf = (items: readonly { slug: string }[]): string[] => items.map(({ slug }) => slug);
