import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { FigureCitations } from "#components/figures/figure-citations";
import { byTheme, originsOf, seriesWith } from "#components/figures/figure-series";
import { SeriesFacts } from "#components/figures/series-facts";
import { SeriesTable } from "#components/figures/series-table";
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
    <SeriesView series={{ slug: "a", figures: [figure("a", { sample: "118 fonds", confidence: "to_confirm" })] }} />,
  );
  expect(html).toContain('id="a"');
  expect(html).toContain('d="M0 0.92H76"');
  for (const words of ["Maires · 118 fonds · 2016 · PHARE", "Rapport PHARE.", "À confirmer"])
    expect(html).toContain(words);
});

test("a figure that is no percentage has no bar", () => {
  const series = { slug: "a", figures: [figure("a", { value: "3 sur 4", percentage: null })] };
  expect(renderToStaticMarkup(<SeriesView series={series} />)).not.toContain("<svg");
});

const drawn = (...percentages: number[]) =>
  renderToStaticMarkup(
    <SeriesView
      series={{
        slug: "a",
        figures: percentages.map((share) => figure(`a${share}`, { percentage: share, value: `${share}` })),
      }}
    />,
  );

test("few shares keep their order, as bars of one scale", () => {
  const html = drawn(69, 87);
  expect(html).toContain('viewBox="0 0 100 2"');
  expect(html).toContain('d="M0 0.92H69M0 1.92H87"');
  expect(html.indexOf("#a69")).toBeLessThan(html.indexOf("#a87"));
});

test("many are sorted, as points whose lines stand in the same order", () => {
  const html = drawn(16, 97, 50, 40, 22, 71);
  expect(html).toContain("M97 0.92h.01M71 1.92h.01M50 2.92h.01M40 3.92h.01M22 4.92h.01M16 5.92h.01");
  expect([...html.matchAll(/id="a(\d+)"/g)].map(([, share]) => share)).toEqual(["97", "71", "50", "40", "22", "16"]);
});

test("what figures have in common heads them", () => {
  const figures = ["des maires agissent", "des maires en doutent", "des maires le disent"].map((statement, rank) =>
    figure(`a${rank}`, { statement: `${statement} beaucoup` }),
  );
  const html = renderToStaticMarkup(<SeriesView series={{ slug: "a", figures }} />);
  expect(html).toContain("<figcaption>En pourcentage des maires</figcaption>");
  expect(html).toContain("76\u202F%</a> agissent beaucoup");
});

const several = {
  slug: "a",
  figures: [
    figure("a", { statement: "des maires", value: "76 %" }),
    figure("b", { statement: "des élus", value: "46 %", population: "Élus" }),
    figure("c", { source: "Un entretien.", sourceUrl: "https://autre.example/", study: null }),
  ],
};

test("one series says who answered, and each of its studies and addresses once", () => {
  const html = renderToStaticMarkup(<SeriesFacts series={several} />);
  for (const one of [
    "Maires, Élus",
    "118 fonds",
    "2016",
    "/ressources/rapport",
    "https://enquete.example",
    "https://autre.example",
  ])
    expect(html.split(one), one).toHaveLength(2);
  expect(originsOf(several).sources).toEqual(["Rapport PHARE.", "Un entretien."]);
  expect(renderToStaticMarkup(<SeriesView series={several} />)).toContain('href="/observatoire/a"');
});

test("a number of answers that no source tells is said to be unknown, where somebody answered", () => {
  const unknown = figure("a", { sample: null });
  expect(originsOf({ slug: "a", figures: [unknown] }).sample).toBe("effectif non précisé");
  expect(originsOf({ slug: "a", figures: [{ ...unknown, percentage: null }] }).sample).toBeNull();
});

test("a series is found by any of its figures", () => {
  const figures = [figure("a"), figure("b"), figure("c", { period: "2017" })];
  expect(seriesWith(figures, "b")).toEqual({ slug: "a", figures: figures.slice(0, 2) });
  expect(seriesWith(figures, "d")).toBeUndefined();
});

test("each figure has its line in a table, and a sentence to cite it with", () => {
  const table = renderToStaticMarkup(<SeriesTable series={several} />);
  expect(table.match(/<th scope="row">/g)).toHaveLength(3);
  expect(table).toContain('<a href="/observatoire#b">46\u202F%</a></th><td>des élus</td><td>Élus</td>');
  const citations = renderToStaticMarkup(<FigureCitations series={several} siteUrl="https://portail.example" />);
  expect(citations).toContain("«\u202F46\u202F% des élus\u202F». Élus (118 fonds), PHARE, 2016.");
  expect(citations).toContain("https://portail.example/observatoire#b");
});
