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
    figure("d", { study: null, source: "Une autre page du même rapport." }),
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
  expect(html).toContain('d="M0 0.90H76"');
  for (const words of ["PHARE · 2016 · 118 fonds", "Rapport PHARE.", "À confirmer"]) expect(html).toContain(words);
});

test("a figure that is no percentage has no bar", () => {
  const series = { key: "", figures: [figure("a", { value: "3 sur 4", percentage: null })] };
  expect(renderToStaticMarkup(<SeriesView series={series} />)).not.toContain("<svg");
});

const drawn = (...percentages: number[]) =>
  renderToStaticMarkup(
    <SeriesView
      series={{
        key: "",
        figures: percentages.map((share) => figure(`a${share}`, { percentage: share, value: `${share}` })),
      }}
    />,
  );

test("few shares keep their order, as bars of one scale", () => {
  const html = drawn(69, 87);
  expect(html).toContain('viewBox="0 0 100 2"');
  expect(html).toContain('d="M0 0.90H69M0 1.90H87"');
  expect(html.indexOf("#a69")).toBeLessThan(html.indexOf("#a87"));
});

test("many are sorted, as points whose lines stand in the same order", () => {
  const html = drawn(16, 97, 50, 40, 22, 71);
  expect(html).toContain("M97 0.90h.01M71 1.90h.01M50 2.90h.01M40 3.90h.01M22 4.90h.01M16 5.90h.01");
  expect([...html.matchAll(/id="a(\d+)"/g)].map(([, share]) => share)).toEqual(["97", "71", "50", "40", "22", "16"]);
});

test("one series says each of its sources, studies and addresses once", () => {
  const figures = [
    figure("a"),
    figure("b"),
    figure("c", { source: "Un entretien.", sourceUrl: "https://autre.example/" }),
  ];
  const html = renderToStaticMarkup(<SeriesView series={{ key: "", figures }} />);
  for (const one of ["Rapport PHARE.", "Un entretien.", "/ressources/rapport", "enquete.example", "autre.example"])
    expect(html.split(one)).toHaveLength(2);
});
