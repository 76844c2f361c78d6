import { describe, expect, test } from "vitest";
import { piecesOf } from "#lib/search/extracts";

const told = (extract: string) =>
  piecesOf(extract.replaceAll("[", "\uE000").replaceAll("]", "\uE001"))
    .map(({ text, marked }) => (marked ? `[${text}]` : text))
    .join("");

describe("an extract", () => {
  test.each([
    ["Le [mécénat] aide.", "Le [mécénat] aide."],
    ["[mise] [à] [disposition] de salariés.", "… [mise] à [disposition] de salariés."],
    ["Il [a] besoin [à] tout prix d’un [élu].", "Il a besoin à tout prix d’un [élu]."],
    ["de [maires] et d’autres", "… de [maires] et d’autres …"],
    ["Un [maire]", "Un [maire] …"],
    ["", ""],
  ])("%s", (extract, shown) => {
    expect(told(extract)).toBe(shown);
  });
});
