import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { byTheme } from "#components/figures/figure-series";
import { SeriesView } from "#components/figures/series-view";
import type { FigureEntry } from "#lib/figures/schema";
import { figureEntry } from "#tests/support/views";

const figure = (slug: string, overrides: Partial<FigureEntry> = {}) =>
  figureEntry({ slug, source: "Rapport PHARE.", ...overrides });

test("figures are grouped by theme, then by origin, in their order", () => {
  const figures = [
    figure("a"),
    figure("b", { theme: "Fondations" }),
    figure("c", { period: "2017" }),
    figure("d"),
    figure("e", { confidence: "to_confirm" }),
  ];
  const slugs = byTheme(figures).map(({ theme, series }) => [
    theme,
    series.map((one) => one.figures.map((f) => f.slug)),
  ]);
  expect(slugs).toEqual([
    ["Territoires", [["a", "d"], ["c"], ["e"]]],
    ["Fondations", [["b"]]],
  ]);
});

test("a figure has its anchor, its bar, and who said it when", () => {
  const html = renderToStaticMarkup(
    <SeriesView series={{ key: "", figures: [figure("a", { sample: "118 fonds", confidence: "to_confirm" })] }} />,
  );
  expect(html).toContain('id="a"');
  expect(html).toContain('value="76"');
  for (const words of ["PHARE · 2016 · 118 fonds", "Rapport PHARE.", "À confirmer"]) expect(html).toContain(words);
});

test("a figure that is no percentage has no bar", () => {
  const series = { key: "", figures: [figure("a", { value: "3 sur 4", percentage: null })] };
  expect(renderToStaticMarkup(<SeriesView series={series} />)).not.toContain("<meter");
});
