import { expect, test } from "vitest";
import { listFigures } from "#lib/figures/queries";
import { AT } from "#tests/support/clock";
import { makeFigure } from "#tests/support/factories";
import { HIDDEN, slugsOf } from "#tests/support/publication";

test("the visible figures stand in order, each with who was asked, when and where that is written", async () => {
  for (const hidden of HIDDEN) await makeFigure(hidden);
  await makeFigure({ slug: "deux", position: 2 });
  await makeFigure({ slug: "un", position: 1, sourceUrl: "https://exemple.fr/etude", sample: "600 maires" });
  const figures = await listFigures(AT);
  expect(slugsOf(figures)).toEqual(["un", "deux"]);
  expect(figures[0]).toEqual({
    slug: "un",
    value: "76 %",
    percentage: 76,
    statement: expect.any(String),
    population: "Associations",
    survey: "Une enquête",
    period: "2015-2016",
    sample: "600 maires",
    sourceUrl: "https://exemple.fr/etude",
    theme: "Alliances",
    source: "Les tests",
    confidence: "documented",
  });
});
