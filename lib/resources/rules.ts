import { profileLabels, profileSpellings } from "#lib/profiles/labels";
import {
  accessLabels,
  durationLabels,
  intentLabels,
  phaseLabels,
  resourceTypeLabels,
  sdgLabel,
} from "#lib/resources/labels";
import {
  FACETS,
  type Facet,
  type FacetName,
  phaseSpellings,
  type ResourceQuery,
  resourceTypeSpellings,
} from "#lib/resources/schema";

/** `facet` is null for the total. */
type Count = { facet: FacetName | null; value: string; count: number };

export type FacetNames = { besoin: ReadonlyMap<string, string>; centre: ReadonlyMap<string, string> };

type Words = ReadonlyMap<string, string>;

const labelled = <V extends string>(spellings: Record<V, string>, labels: Record<V, string>): Words =>
  new Map((Object.keys(labels) as V[]).map((value) => [spellings[value], labels[value]]));

const SPELLINGS: Partial<Record<FacetName, Record<string, string>>> = {
  type: resourceTypeSpellings,
  profil: profileSpellings,
  phase: phaseSpellings,
};

const typesByLabel: Words = new Map(
  [...labelled(resourceTypeSpellings, resourceTypeLabels)].sort(([, a], [, b]) => a.localeCompare(b, "fr")),
);
const goals: Words = new Map(Array.from({ length: 17 }, (_, index) => [String(index + 1), sdgLabel(index + 1)]));

const languageNames = new Intl.DisplayNames("fr", { type: "language" });

type Given = Record<"annee" | "langue" | "licence" | "territoire", readonly string[]>;

const asWritten = (values: readonly string[]): Words =>
  new Map(values.toSorted((a, b) => a.localeCompare(b, "fr")).map((words) => [words, words]));

/** The words of each value, in the order in which values are shown; the newest year first. */
const wordsOf = (names: FacetNames, { annee, langue, licence, territoire }: Given): Record<FacetName, Words> => ({
  ...names,
  acces: new Map(Object.entries(accessLabels)),
  duree: new Map(Object.entries(durationLabels)),
  intention: new Map(Object.entries(intentLabels)),
  langue: new Map(langue.map((tag) => [tag, languageNames.of(tag) ?? tag])),
  licence: asWritten(licence),
  territoire: asWritten(territoire),
  type: typesByLabel,
  profil: labelled(profileSpellings, profileLabels),
  phase: labelled(phaseSpellings, phaseLabels),
  annee: new Map([...annee].sort((a, b) => Number(b) - Number(a)).map((year) => [year, year])),
  odd: goals,
});

/**
 * The facets as they are shown: values with results, named and in order. A value that was chosen stays even without result,
 * so that the choice can be undone.
 */
export function namedFacets(counts: readonly Count[], query: ResourceQuery, names: FacetNames): Facet[] {
  const byChoice = new Map(
    counts.map(({ facet, value, count }) => [`${facet} ${(facet && SPELLINGS[facet]?.[value]) ?? value}`, count]),
  );
  const given = (name: keyof Given) => [
    ...new Set([...counts.filter(({ facet }) => facet === name).map(({ value }) => value), ...query[name].map(String)]),
  ];
  const words = wordsOf(names, {
    annee: given("annee"),
    langue: given("langue"),
    licence: given("licence"),
    territoire: given("territoire"),
  });
  return FACETS.map((name) => {
    const chosen = new Set<string>(query[name].map(String));
    const options = [...words[name]].flatMap(([value, label]) => {
      const count = byChoice.get(`${name} ${value}`) ?? 0;
      return count > 0 || chosen.has(value) ? [{ value, label, count }] : [];
    });
    return { name, options };
  });
}
