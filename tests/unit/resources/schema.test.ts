import { describe, expect, test } from "vitest";
import { linkLines, linksAsLines } from "#lib/resources/links/schema";
import { resourceEdit, resourceQuery } from "#lib/resources/schema";
import fc from "#tests/support/properties";

const NOTHING = {
  q: "",
  besoin: [],
  centre: [],
  type: [],
  profil: [],
  phase: [],
  annee: [],
  odd: [],
  acces: [],
  duree: [],
  langue: [],
  intention: [],
  licence: [],
  territoire: [],
  tri: "pertinence",
  page: 1,
};

describe("a search read from its address", () => {
  test("nothing is everything", () => {
    expect(resourceQuery.parse({})).toEqual(NOTHING);
  });

  test("reads each name, once or several times", () => {
    const address = {
      q: "  mécénat ",
      besoin: "qualifier-l-innovation",
      centre: ["fondations-d-avenir", "rse-et-partenariats"],
      type: ["guide", "note"],
      profil: "elected_official",
      phase: "design",
      annee: ["2016", "2019"],
      odd: "17",
      acces: ["en-ligne", "ailleurs"],
      duree: "une-heure",
      langue: ["fr", "??"],
      intention: ["agir", "rêver"],
      licence: "Licence Ouverte 2.0",
      territoire: ["Occitanie", ""],
      tri: "titre",
      page: "3",
    };
    expect(resourceQuery.parse(address)).toEqual({
      q: "mécénat",
      besoin: ["qualifier-l-innovation"],
      centre: ["fondations-d-avenir", "rse-et-partenariats"],
      type: ["guide", "note"],
      profil: ["elu"],
      phase: ["conception"],
      annee: [2016, 2019],
      odd: [17],
      acces: ["en-ligne"],
      duree: ["une-heure"],
      langue: ["fr"],
      intention: ["agir"],
      licence: ["Licence Ouverte 2.0"],
      territoire: ["Occitanie"],
      tri: "titre",
      page: 3,
    });
  });

  test.each([
    ["unknown words", { type: ["guide", "tract"], profil: "robot", phase: "", tri: "hasard" }, { type: ["guide"] }],
    [
      "the same choice twice",
      { type: ["guide", "guide"], annee: ["2016", "2016"] },
      { type: ["guide"], annee: [2016] },
    ],
    ["numbers that are none", { annee: ["20", "2016.5", "x"], odd: ["0", "18", "017"], page: "0" }, {}],
    ["pages that are none", { page: "-2" }, {}],
    ["a page far away", { page: "999999" }, { page: 1000 }],
    ["a page beyond numbers", { page: "99999999999999999999" }, {}],
    ["what is no slug", { besoin: ["../x", "A", "é", "'--"] }, {}],
    ["two questions: the first", { q: ["un", "deux"] }, { q: "un" }],
    ["control characters", { q: "a\u0000b\nc" }, { q: "a b c" }],
    ["half a character", { q: "a\uD83D" }, { q: "a\uFFFD" }],
    ["other names", { sort: "x", query: "y" }, {}],
  ])("%s", (_, address, read) => {
    expect(resourceQuery.parse(address)).toEqual({ ...NOTHING, ...read });
  });

  test("cuts what is too long", () => {
    expect(resourceQuery.parse({ q: "a".repeat(500) }).q).toHaveLength(200);
    expect(
      resourceQuery.parse({ annee: Array.from({ length: 60 }, (_, index) => `19${index + 20}`) }).annee,
    ).toHaveLength(20);
  });

  test("whatever is typed, something clean comes out", () => {
    const anything = fc.oneof(fc.string({ unit: "binary" }), fc.array(fc.string()), fc.constant(undefined));
    const names = Object.keys(NOTHING);
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...names), anything), (address) => {
        const { q, page, annee } = resourceQuery.parse(address);
        expect(q.length).toBeLessThanOrEqual(200);
        expect(q.isWellFormed()).toBe(true);
        expect(page).toBeGreaterThanOrEqual(1);
        expect(annee.every(Number.isInteger)).toBe(true);
      }),
    );
  });
});

describe.each([
  ["a resource", resourceEdit.shape.links],
  ["a session", linkLines],
])("the links of %s", (_of, schema) => {
  const links = (lines: string) => schema.safeParse(lines);

  test("are typed one a line: the address, then its words", () => {
    const list = [
      { url: "https://exemple.fr/a.pdf", label: "Télécharger le guide" },
      { url: "http://exemple.fr/", label: "Voir" },
    ];
    expect(links("https://exemple.fr/a.pdf  Télécharger le guide\r\n\nhttp://exemple.fr/ Voir\n").data).toMatchObject(
      list,
    );
    expect(links(linksAsLines(list)).data).toMatchObject(list);
    expect(links("").data).toEqual([]);
  });

  test.each([
    ["no words", "https://exemple.fr/"],
    ["no address", "Télécharger"],
    ["a dangerous address", "javascript:alert(1) Voir"],
    ["the same address twice", "https://exemple.fr/ Un\nhttps://exemple.fr/ Deux"],
  ])("%s is refused in French", (_, lines) => {
    const messages = links(lines).error?.issues.map(({ message }) => message) ?? [];
    expect(messages.length).toBeGreaterThan(0);
    expect(messages.join()).not.toMatch(/invalid|expected/i);
  });
});

test.each([
  ["fr", true],
  ["pt-BR", true],
  ["français", false],
  ["fr, en", false],
])("a language of which pages give the name: %s, %s", (language, accepted) => {
  const refused = resourceEdit.safeParse({ language }).error?.issues.some(({ path }) => path[0] === "language");
  expect(!refused).toBe(accepted);
});

test.each([
  ["firstForNeedIds", "needIds"],
  ["firstForCentreIds", "centreIds"],
])("%s names what %s ticks, or the sentence stands beside it", (first, tied) => {
  const id = "0197f1c0-0000-7000-8000-000000000001";
  const form = {
    slug: "a",
    source: "Les tests",
    confidence: "documented",
    title: "Titre",
    type: "guide",
    summary: "Résumé.",
    language: "fr",
    audiences: "association",
    [first]: id,
  };
  const refusal = resourceEdit.safeParse(form).error?.issues[0];
  expect(refusal?.path).toEqual([first]);
  expect(resourceEdit.safeParse({ ...form, [tied]: id }).success).toBe(true);
});
