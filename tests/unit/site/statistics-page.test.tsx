import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { StatisticsView } from "#components/site/statistics-page";
import { publishedFigures } from "#lib/statistics/schema";
import { AT } from "#tests/support/clock";

const page = (figures: object) =>
  renderToStaticMarkup(
    <StatisticsView
      library={{ resources: 61, centres: 9, needs: 7 }}
      figures={publishedFigures.parse({
        countedAt: AT,
        held: 0,
        registrations: null,
        byProfile: [],
        present: null,
        rate: null,
        survey: null,
        ...figures,
      })}
    />,
  );

test("nothing is counted of what has not begun: no zero, no empty chart, and what will be", () => {
  const html = page({});
  expect(html).not.toMatch(/<table|séances tenues<|>0<|>–</);
  expect(html).toContain("dès que la première séance aura eu lieu");
  expect(html).toContain("trop peu d’inscriptions");
  expect(html).toContain("61");
});

test("what is counted is shown, and no longer awaited", () => {
  const html = page({
    held: 2,
    registrations: 40,
    byProfile: [{ key: "association", count: 40 }],
    survey: { answers: 10, mean: 4, usefulness: [], intentions: [] },
  });
  expect(html).toContain("séances tenues");
  expect(html).toContain("Inscriptions par profil");
  expect(html).not.toContain("Ce qui viendra");
});
