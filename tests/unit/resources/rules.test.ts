import { describe, expect, test } from "vitest";
import { resourceFields } from "#lib/resources/fields";
import { namedFacets } from "#lib/resources/rules";
import { FACETS, type FacetName, resourceQuery } from "#lib/resources/schema";

const names = {
  besoin: new Map([
    ["second", "Deuxième besoin"],
    ["first", "Autre besoin"],
  ]),
  centre: new Map([["c", "Un centre"]]),
};
const count = (facet: FacetName, value: string, number = 1) => ({ facet, value, count: number });
const optionsOf = (facet: FacetName, counts: ReturnType<typeof count>[], address: Record<string, string[]> = {}) =>
  namedFacets(counts, resourceQuery.parse(address), names).find(({ name }) => name === facet)?.options;

describe("namedFacets", () => {
  test("has every facet, in order, empty ones too", () => {
    expect(namedFacets([], resourceQuery.parse({}), names)).toEqual(FACETS.map((name) => ({ name, options: [] })));
  });

  test("names values, and keeps the order of needs", () => {
    expect(optionsOf("besoin", [count("besoin", "first", 3), count("besoin", "second", 2)])).toEqual([
      { value: "second", label: "Deuxième besoin", count: 2 },
      { value: "first", label: "Autre besoin", count: 3 },
    ]);
  });

  test("sorts types by their French words, years from the newest, goals by number", () => {
    const values = (facet: FacetName, ...found: string[]) =>
      optionsOf(
        facet,
        found.map((value) => count(facet, value)),
      )?.map(({ value }) => value);
    expect(values("type", "white_paper", "study", "guide")).toEqual(["etude", "guide", "livre-blanc"]);
    expect(values("annee", "2009", "2019", "2016")).toEqual(["2019", "2016", "2009"]);
    expect(values("odd", "17", "2", "11")).toEqual(["2", "11", "17"]);
    expect(values("profil", "citizen", "company", "elected_official")).toEqual(["elu", "entreprise", "habitant"]);
  });

  test("keeps what was chosen without result, so that it can be undone", () => {
    expect(optionsOf("type", [], { type: ["mooc"] })).toEqual([
      { value: "cours-en-ligne", label: "Cours en ligne", count: 0 },
    ]);
    expect(optionsOf("annee", [count("annee", "2019")], { annee: ["2012"] })?.map(({ count: n }) => n)).toEqual([1, 0]);
  });

  test("leaves out what has no name", () => {
    expect(optionsOf("besoin", [count("besoin", "gone")], { besoin: ["gone"] })).toEqual([]);
  });
});

test("an editor chooses among the seventeen goals, those that the form accepts", () => {
  const goals = resourceFields({ needs: [], centres: [] }).find(({ name }) => name === "sdgs");
  const values = goals && "options" in goals ? goals.options?.map(({ value }) => value) : [];
  expect(values).toEqual(Array.from({ length: 17 }, (_, index) => `${index + 1}`));
});
