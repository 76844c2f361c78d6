import { expect, test } from "vitest";
import { linkDecision } from "#lib/link-watch/schema";

test("what is decided is decided of one link at least, and of a hundred at most", () => {
  const messages = (count: number) =>
    linkDecision
      .safeParse({ act: "heed", urls: Array.from({ length: count }, (_, rank) => `https://exemple.fr/${rank}`) })
      .error?.issues.map(({ message }) => message) ?? [];
  expect([messages(1), messages(100)]).toEqual([[], []]);
  expect(messages(0)).toEqual(["Cochez au moins un lien."]);
  expect(messages(101)).toEqual(["Pas plus de 100 liens à la fois."]);
});
