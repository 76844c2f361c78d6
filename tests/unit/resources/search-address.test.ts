import { describe, expect, test } from "vitest";
import {
  addressSorted,
  addressWith,
  addressWithout,
  choicesOf,
  isChosen,
  searchAddress,
} from "#components/resources/search-address";
import { resourceQuery } from "#lib/resources/schema";

const read = (address: string) => {
  const { searchParams } = new URL(address, "https://exemple.fr");
  const given = Object.fromEntries([...new Set(searchParams.keys())].map((name) => [name, searchParams.getAll(name)]));
  return resourceQuery.parse(given);
};
const query = read("/ressources?q=mécénat&type=guide&annee=2016&odd=17&tri=titre&page=3");

describe("the address of a search", () => {
  test("reads back as the same search", () => {
    expect(read(searchAddress(query))).toEqual(query);
  });

  test("leaves out what says nothing", () => {
    expect(searchAddress(resourceQuery.parse({ page: "1", tri: "pertinence" }))).toBe("/ressources");
  });

  test("starts again at the first page when a choice or the order changes", () => {
    for (const address of [
      addressWith(query, "type", "note"),
      addressWithout(query, "type", "guide"),
      addressSorted(query, "recent"),
    ]) {
      expect(read(address).page).toBe(1);
    }
  });

  test("adds one choice to those of its facet and keeps the others", () => {
    expect(read(addressWith(query, "type", "note"))).toEqual({ ...query, page: 1, type: ["guide", "note"] });
  });

  test.each([
    ["annee", "2016"],
    ["odd", "17"],
    ["type", "guide"],
  ] as const)("takes the choice %s=%s away", (facet, value) => {
    expect(isChosen(query, facet, value)).toBe(true);
    expect(isChosen(read(addressWithout(query, facet, value)), facet, value)).toBe(false);
  });

  test("lists the choices in the order of the facets", () => {
    expect(choicesOf(query)).toEqual([
      { facet: "type", value: "guide" },
      { facet: "annee", value: "2016" },
      { facet: "odd", value: "17" },
    ]);
  });
});
