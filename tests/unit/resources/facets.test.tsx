import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { ChosenFilters } from "#components/resources/chosen-filters";
import { FacetPanel } from "#components/resources/facet-panel";
import { NoResult } from "#components/resources/no-result";
import { keptFields } from "#components/resources/search-address";
import { expandedFacet, type Facet, type FacetName, resourceQuery } from "#lib/resources/schema";

const years: Facet = {
  name: "annee",
  options: [2019, 2018, 2017, 2016, 2015, 2014, 2013, 2012].map((year, index) => ({
    value: String(year),
    label: String(year),
    count: 20 - index,
  })),
};
const types: Facet = { name: "type", options: [{ value: "guide", label: "Guide", count: 2 }] };
const panel = (parameters: Record<string, string>, expanded: FacetName | null = null) =>
  renderToStaticMarkup(
    <FacetPanel facets={[types, years]} total={20} query={resourceQuery.parse(parameters)} expanded={expanded} />,
  );

describe("the facets", () => {
  test("tell what each choice would give, as an address", () => {
    expect(panel({})).toContain('href="/ressources?type=guide"');
    expect(panel({})).toContain("Guide (2)");
  });

  test("keep a long one short until one asks for all of it", () => {
    expect(panel({})).not.toContain("2012 (");
    expect(panel({})).toContain("Voir les 8 choix");
    expect(panel({}, "annee")).toContain("2012 (");
    expect(panel({}, "annee")).not.toContain("Voir les");
  });

  test("never hide what is chosen, and take it away when asked again", () => {
    const html = panel({ annee: "2012", type: "guide" });
    expect(html).toContain('href="/ressources?type=guide" rel="nofollow" aria-current="true"');
    expect(html).toContain("✓ 2012 (");
  });

  test("are not shown where every result has the same value, unless it was chosen", () => {
    const shown = (parameters: Record<string, string>, total: number) =>
      renderToStaticMarkup(
        <FacetPanel facets={[types]} total={total} query={resourceQuery.parse(parameters)} expanded={null} />,
      );
    expect(shown({}, 2)).not.toContain("Guide");
    expect(shown({}, 3)).toContain("Guide (2)");
    expect(shown({ type: "guide" }, 2)).toContain("✓ Guide (2)");
  });

  test("open by themselves on the facet that was asked for whole", () => {
    expect(panel({})).not.toContain("<details open");
    expect(panel({}, "annee")).toContain("<details open");
  });
});

test("each chosen filter can be taken away, or all of them", () => {
  const query = resourceQuery.parse({ q: "mécénat", type: "guide" });
  const html = renderToStaticMarkup(<ChosenFilters facets={[types]} query={query} />);
  expect(html).toContain('href="/ressources?type=guide"');
  expect(html).toContain('href="/ressources?q=m%C3%A9c%C3%A9nat"');
  expect(html).toContain('href="/ressources"');
  expect(renderToStaticMarkup(<ChosenFilters facets={[types]} query={resourceQuery.parse({})} />)).toBe("");
});

test("a form of words keeps the choices and the order, not the page", () => {
  const query = resourceQuery.parse({ q: "rse", type: "guide", annee: "2019", tri: "titre", page: "3" });
  expect(keptFields(query)).toEqual([
    { name: "type", value: "guide" },
    { name: "annee", value: "2019" },
    { name: "tri", value: "titre" },
  ]);
});

test.each([
  [{ plus: "type" }, "type"],
  [{ plus: "autre" }, null],
  [{ plus: ["type", "annee"] }, null],
  [{}, null],
])("reads which facet is asked for whole: %j", (parameters, facet) => {
  expect(expandedFacet.parse(parameters).plus ?? null).toBe(facet);
});

test("nothing found: words without filters, or everything", () => {
  const html = renderToStaticMarkup(<NoResult query={resourceQuery.parse({ q: "zzz", type: "guide" })} />);
  expect(html).toContain('href="/ressources?q=zzz"');
  expect(html).toContain('href="/ressources"');
});
