import { renderToStaticMarkup } from "react-dom/server";
import { beforeEach, describe, expect, test } from "vitest";
import { FacetPanel } from "#components/resources/facet-panel";
import { db } from "#lib/platform/db";
import { findResource, searchResources } from "#lib/resources/queries";
import { FACETS, type FacetName, RESOURCES_PER_PAGE, type ResourceQuery, resourceQuery } from "#lib/resources/schema";
import { chance } from "#tests/support/chance";
import { AT, later } from "#tests/support/clock";
import { makeCentre, makeNeed, makePage, makeResource } from "#tests/support/factories";
import { expectOrder } from "#tests/support/order";
import { HIDDEN, slugsOf } from "#tests/support/publication";

const search = (address: Record<string, string | string[] | undefined> = {}) =>
  searchResources(AT, resourceQuery.parse(address));

const TYPES = ["guide", "note", "study"] as const;
const PROFILES = ["association", "company", "citizen"] as const;
const PHASES = ["design", "spreading"] as const;
/** As addresses say them. */
const TYPE_WORDS = ["guide", "note", "etude"];
const PROFILE_WORDS = ["association", "entreprise", "habitant"];
const PHASE_WORDS = ["conception", "essaimage"];
const NEEDS = ["n1", "n2"];
const CENTRES = ["c1", "c2"];
const TERRITORIES = ["Occitanie", "Bretagne : Rennes"];

/** The rank-th part of a list, so that every combination happens sooner or later. */
const some = <T,>(list: readonly T[], rank: number): T[] => list.filter((_, index) => (rank >> index) & 1);

type Known = Record<Exclude<FacetName, "annee" | "odd">, readonly string[]> & { annee: number[]; odd: number[] };

/** Forty resources of all kinds, and what each is. */
async function library(): Promise<Known[]> {
  const needs = new Map<string, string>();
  for (const slug of NEEDS) needs.set(slug, (await makeNeed({ slug })).id);
  const centres = new Map<string, string>();
  for (const slug of CENTRES) centres.set(slug, (await makeCentre({ slug })).id);
  const known: Known[] = [];
  for (let rank = 0; rank < 40; rank += 1) {
    const item: Known = {
      type: [TYPE_WORDS[rank % 3] ?? "guide"],
      profil: some(PROFILE_WORDS, rank % 8),
      phase: some(PHASE_WORDS, rank % 5),
      annee: rank % 7 ? [2010 + (rank % 4)] : [],
      odd: some([4, 11, 17], rank % 6),
      besoin: some(NEEDS, (rank >> 1) % 4),
      centre: some(CENTRES, (rank >> 2) % 4),
      acces: [rank % 3 ? "en-ligne" : "notice"],
      duree: [["15-minutes"], ["15-minutes"], ["une-heure"], ["plus"], []][rank % 5] ?? [],
      langue: [LANGUAGES[rank % 2] ?? "fr"],
      intention: [rank % 3 ? "s-informer" : "agir"],
      licence: rank % 4 ? ["Licence Ouverte 2.0"] : [],
      territoire: some(TERRITORIES, (rank >> 1) % 4),
    };
    await makeResource({
      type: TYPES[rank % 3],
      audiences: some(PROFILES, rank % 8),
      phases: some(PHASES, rank % 5),
      year: item.annee[0] ?? null,
      sdgs: item.odd,
      language: LANGUAGES[rank % 2] ?? "fr",
      licence: item.licence[0] ?? null,
      territories: [...item.territoire],
      durationMinutes: [15, null, 60, 61, null][rank % 5],
      pages: [1000, 7, 1, null, null][rank % 5],
      links: { create: rank % 3 ? [{ position: 0, label: "Lire", url: "https://exemple.fr/" }] : [] },
      needs: { create: item.besoin.map((slug) => ({ needId: needs.get(slug) ?? "" })) },
      centres: { create: item.centre.map((slug) => ({ centreId: centres.get(slug) ?? "" })) },
    });
    known.push(item);
  }
  return known;
}

const LANGUAGES = ["fr", "en"];
const passes = (item: Known, query: ResourceQuery, facet: FacetName) => {
  const chosen: readonly unknown[] = query[facet];
  return chosen.length === 0 || item[facet].some((value) => chosen.includes(value));
};

/** Counts as one would by hand. */
function countedByHand(library_: Known[], query: ResourceQuery) {
  return Object.fromEntries(
    FACETS.map((facet) => {
      const rows = library_.filter((item) => FACETS.every((other) => other === facet || passes(item, query, other)));
      const values = rows.flatMap((item) => item[facet].map(String));
      const counts = Object.fromEntries(query[facet].map((value) => [String(value), 0]));
      for (const value of values) counts[value] = (counts[value] ?? 0) + 1;
      return [facet, counts];
    }),
  );
}

describe("facets", () => {
  test("counts are those one would make by hand, whatever is chosen", { timeout: 60_000 }, async () => {
    const known = await library();
    const addresses: Record<string, string | string[]>[] = [
      {},
      { type: "guide" },
      { type: ["guide", "note"] },
      { besoin: "n1" },
      { besoin: ["n1", "n2"], centre: "c2" },
      { profil: "citizen", phase: "spreading" },
      { annee: ["2011", "2013"], type: "study" },
      { odd: ["17", "4"] },
      { type: "mooc", annee: "1999" },
      {
        besoin: "n2",
        centre: "c1",
        type: "guide",
        profil: "entreprise",
        phase: "conception",
        annee: "2012",
        odd: "11",
      },
    ];
    const random = chance(20_270_101);
    const values = (facet: (typeof FACETS)[number]) => [...new Set(known.flatMap((item) => item[facet].map(String)))];
    for (let rank = 0; rank < 25; rank += 1)
      addresses.push(
        Object.fromEntries(
          FACETS.filter(() => random() < 0.3).map((facet) => [facet, values(facet).filter(() => random() < 0.4)]),
        ),
      );
    for (const address of addresses) {
      const query = resourceQuery.parse(address);
      const { facets, total } = await search(address);
      const shown = Object.fromEntries(
        facets.map(({ name, options }) => [
          name,
          Object.fromEntries(options.map(({ value, count }) => [value, count])),
        ]),
      );
      expect(shown, JSON.stringify(address)).toEqual(countedByHand(known, query));
      expect(total, JSON.stringify(address)).toBe(
        known.filter((item) => FACETS.every((facet) => passes(item, query, facet))).length,
      );
    }
  });

  test("what no document says is not shown, and appears by itself once one says it", async () => {
    const shownFacets = async () => {
      const { facets, total } = await search();
      const html = renderToStaticMarkup(
        <FacetPanel facets={facets} total={total} query={resourceQuery.parse({})} expanded={null} />,
      );
      return ["Territoire", "Langue", "Licence"].filter((words) => html.includes(`>${words}</summary>`));
    };
    for (let rank = 0; rank < 2; rank += 1) await makeResource();
    expect(await shownFacets()).toEqual([]);
    const { id } = await makeResource({ territories: ["Occitanie"] });
    expect(await shownFacets()).toEqual(["Territoire"]);
    await db.resource.update({ where: { id }, data: { territories: [], language: "en" } });
    expect(await shownFacets()).toEqual(["Langue"]);
    await db.resource.update({ where: { id }, data: { language: "fr", licence: "CC-BY-4.0" } });
    expect(await shownFacets()).toEqual(["Licence"]);
  });

  test("what a count tells is what one finds after the click", { timeout: 60_000 }, async () => {
    await library();
    const random = chance(7);
    for (const first of (await search()).facets.flatMap(({ name, options }) =>
      options.map(({ value }) => [name, value] as const),
    )) {
      const chosen = { [first[0]]: first[1] };
      const { facets } = await search(chosen);
      const others = facets
        .filter(({ name }) => name !== first[0])
        .flatMap(({ name, options }) => options.map((option) => ({ name, ...option })));
      const { name, value, count } = others[Math.floor(random() * others.length)] ?? {
        name: "type",
        value: "",
        count: -1,
      };
      expect((await search({ ...chosen, [name]: value })).total, `${first} then ${name} ${value}`).toBe(count);
    }
  });

  test("count only what answers the words", async () => {
    await makeResource({ title: "Le mécénat", type: "guide" });
    await makeResource({ title: "Le bénévolat", type: "note" });
    const { facets } = await search({ q: "mecenat" });
    expect(facets.find(({ name }) => name === "type")?.options).toEqual([{ value: "guide", label: "Guide", count: 1 }]);
  });
});

describe("visibility", () => {
  beforeEach(async () => {
    const need = await makeNeed({ slug: "visible" });
    const withdrawn = await makeNeed({ slug: "retire", withdrawnAt: AT });
    const needs = { create: [{ needId: need.id }, { needId: withdrawn.id }] };
    await makeResource({ slug: "visible", title: "Le mécénat", needs });
    for (const hidden of HIDDEN) await makeResource({ ...hidden, title: "Le mécénat", type: "mooc" });
  });

  test.each([{}, { q: "mécénat" }, { q: "mecenats xyz" }])("hidden resources are nowhere: %o", async (address) => {
    const found = await search(address);
    expect(slugsOf([...found.items, ...found.nearby])).toEqual(["visible"]);
    expect(JSON.stringify(found.facets)).not.toContain("mooc");
  });

  test("a withdrawn need is no choice: asked for, it is as if it were not", async () => {
    const found = await search({ besoin: "retire" });
    expect(found.total).toBe(1);
    expect(found.facets.find(({ name }) => name === "besoin")?.options.map(({ value }) => value)).toEqual(["visible"]);
    expect(slugsOf((await findResource("visible", AT))?.needs ?? [])).toEqual(["visible"]);
  });
});

describe("order and pages", () => {
  test("words in the title come before words in the text; a short page is the last one", async () => {
    await makeResource({ slug: "texte", title: "Rapport", body: "On y parle d’essaimage.", year: 2019 });
    await makeResource({ slug: "resume", title: "Rapport", summary: "L’essaimage.", year: 2018 });
    await makeResource({ slug: "titre", title: "Réussir l’essaimage", year: 2010 });
    expect(slugsOf((await search({ q: "essaimage" })).items)).toEqual(["titre", "resume", "texte"]);
    expect(slugsOf((await search({ q: "essaimage", tri: "recent" })).items)).toEqual(["texte", "resume", "titre"]);
  });

  test("titles are sorted without regard for case and accents", async () => {
    for (const title of ["Zone", "écart", "Étude", "alliance"]) await makeResource({ title });
    expect((await search({ tri: "titre" })).items.map(({ title }) => title)).toEqual([
      "alliance",
      "écart",
      "Étude",
      "Zone",
    ]);
  });

  test("every result is on one page and one only, a page beyond the end is the last", async () => {
    for (let number = 0; number < RESOURCES_PER_PAGE * 2 + 1; number += 1) await makeResource({ year: 2019 });
    const pages = await Promise.all(["1", "2", "3", "9"].map((page) => search({ page })));
    expect(pages.map(({ page, pageCount, total }) => [page, pageCount, total])).toEqual([
      [1, 3, 25],
      [2, 3, 25],
      [3, 3, 25],
      [3, 3, 25],
    ]);
    expect(new Set(pages.slice(0, 3).flatMap(({ items }) => slugsOf(items))).size).toBe(25);
    expect(pages[3]?.items).toEqual(pages[2]?.items);
  });

  test("what is near appears only when little answers, and never twice", async () => {
    for (const number of [1, 2, 3]) await makeResource({ slug: `mecenat-${number}`, title: "Le mécénat" });
    await makeResource({ slug: "proche", title: "Le mécénat territorial", type: "note" });
    expect((await search({ q: "mécénat" })).nearby).toEqual([]);
    const few = await search({ q: "mécénat territorial" });
    expect(slugsOf(few.items)).toEqual(["proche"]);
    expect(slugsOf(few.nearby).sort()).toEqual(["mecenat-1", "mecenat-2", "mecenat-3"]);
    expect(slugsOf((await search({ q: "mécénat territorial", type: "note" })).nearby)).toEqual([]);
  });
});

describe("what is near", () => {
  const nearby = async () => slugsOf((await search({ q: "mécénat territorial" })).nearby);
  const answering = () => makeResource({ title: "Le mécénat territorial" });

  // Every word is known somewhere: what nothing says is left out of the search.
  beforeEach(() => makePage({ title: "Territorial, solidaire, rural" }));

  test("is shown beside two answers, not beside three", async () => {
    await makeResource({ slug: "proche", title: "Le mécénat" });
    for (const _ of [1, 2]) await answering();
    expect(await nearby()).toEqual(["proche"]);
    await answering();
    expect(await nearby()).toEqual([]);
  });

  test("is six works at most: those whose title says so, then the newest", async () => {
    for (const year of [2011, 2014, 2012, 2016, 2013, 2015])
      await makeResource({ slug: `texte-${year}`, title: "Rapport", body: "Le mécénat.", year });
    await makeResource({ slug: "titre", title: "Le mécénat", year: 2010 });
    expect(await nearby()).toEqual(["titre", "texte-2016", "texte-2015", "texte-2014", "texte-2013", "texte-2012"]);
  });

  test("is first what says most of what was asked", async () => {
    for (const [slug, body, year] of [
      ["trois-mots", "Le mécénat territorial solidaire.", 2010],
      ["deux-mots", "Le mécénat territorial.", 2015],
    ] as const)
      await makeResource({ slug, title: "Rapport", body, year });
    const { items, nearby: near } = await search({ q: "mécénat territorial solidaire rural" });
    expect([slugsOf(items), slugsOf(near)]).toEqual([["trois-mots"], ["deux-mots"]]);
  });

  test("is first what says it most often, of two titles alike", async () => {
    for (const [slug, times, year] of [
      ["souvent", 3, 2011],
      ["parfois", 2, 2013],
      ["une-fois", 1, 2012],
    ] as const)
      await makeResource({ slug, title: "Rapport", body: "Le mécénat. ".repeat(times), year });
    expect(await nearby()).toEqual(["souvent", "parfois", "une-fois"]);
  });
});

test("works of one year are listed by title", async () => {
  await expectOrder(
    ["Atlas", "Bilan", "Carnet", "Dossier"],
    (title) => makeResource({ title, year: 2019 }),
    async () => (await search()).items.map(({ title }) => title),
  );
});

test("the index follows what is saved", async () => {
  const { id } = await makeResource({ slug: "a", title: "Un titre", publisher: "CHORUM", authors: ["Élodie Jullien"] });
  for (const q of ["chorum", "jullien", "elodie"]) expect((await search({ q })).total, q).toBe(1);
  await db.resource.update({ where: { id }, data: { publisher: "ORSE", publishedAt: later(-1) } });
  expect((await search({ q: "chorum" })).total).toBe(0);
  expect((await search({ q: "orse" })).total).toBe(1);
});
