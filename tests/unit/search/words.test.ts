import { describe, expect, test } from "vitest";
import { personWords, readTerms, wordKey } from "#lib/search/words";

const synonyms = [
  ["modèle socio-économique", "modèle économique", "MSE"],
  ["mécénat de compétences", "prêt de salariés"],
  ["accompagnateur", "conseil"],
];
const typedIn = (q: string) => readTerms(q, { synonyms }).map(({ typed }) => typed);
const formsOf = (q: string) => readTerms(q, { synonyms })[0]?.forms ?? [];

describe("readTerms", () => {
  test.each([
    ["dialogue gouvernance", ["dialogue", "gouvernance"]],
    ["l’hybridation, d'un réseau", ["hybridation", "réseau"]],
    ["Mécénat de compétences", ["Mécénat de compétences"]],
    ["note sur la RSE des PME", ["note", "RSE", "PME"]],
    ["  --x-- & ", ["x"]],
    ["le la les dans nous vous à même", []],
    ["((( | ! :* <->", []],
    ["comment savoir si notre partenariat marche", ["partenariat", "marche"]],
    ["qui peut m’aider à trouver de l’argent", ["argent"]],
    ["quelle différence entre mécénat et parrainage", ["mécénat", "parrainage"]],
    ["", []],
  ])("%s", (typed, terms) => {
    expect(typedIn(typed)).toEqual(terms);
  });

  test("takes the longest known phrase, whatever its case, accents, hyphens and plural", () => {
    for (const typed of ["modele socio economique", "Modèles socio-économiques", "MODÈLE SOCIO-ÉCONOMIQUE"]) {
      expect(typedIn(typed)).toHaveLength(1);
      expect(formsOf(typed)).toContain("MSE");
    }
  });

  test.each([
    ["mécénat compétences", undefined],
    ["mecenat des competences", undefined],
    ["mecenat de competance", "mécénat de compétences"],
    ["mecenta de competences", "mécénat de compétences"],
  ])("« %s » is a known phrase, mended to %s", (typed, meant) => {
    expect(readTerms(typed, { synonyms })).toMatchObject([{ typed, meant }]);
    expect(formsOf(typed)).toContain("prêt de salariés");
  });

  test.each(["mécénat de comptabilité", "mécénat", "écénat de compétences", "mcnat de compétences"])(
    "« %s » is another",
    (typed) => expect(formsOf(typed)).not.toContain("prêt de salariés"),
  );

  test.each([
    ["où va notre association", ["va"]],
    ["définir la stratégie de mon association pour demain", ["définir", "stratégie", "demain"]],
    ["aider mon association sportive", ["association", "sportive"]],
    ["notre association", ["association"]],
    ["la stratégie d’une association", ["stratégie", "association"]],
  ])("« %s » asks %j: who asks is left out", (typed, terms) => expect(typedIn(typed)).toEqual(terms));

  test.each(["territoriale", "territoriaux", "territoriales"])("« %s » is known as its masculine is", (typed) => {
    expect(readTerms(typed, { synonyms: [["territoire", "territorial"]] })[0]?.forms).toContain("territoire");
  });

  test("hears at once of synonyms that change", () => {
    const forms = (groups: string[][]) => readTerms("mécénat", { synonyms: groups })[0]?.forms;
    expect(forms([["mécénat", "don"]])).toContain("don");
    expect(forms([["mécénat", "appui"]])).toEqual(["mécénat", "appui"]);
    expect(forms([["mécénat", "don"]])).toEqual(["mécénat", "don"]);
    expect(forms([])).toEqual(["mécénat"]);
  });

  test("looks for a hyphenated word in one, and in its parts", () => {
    expect(formsOf("mi-temps")).toEqual(["mi-temps", "mitemps", "mi temps"]);
  });

  test("knows a word that the index has of its own", () => {
    const lexemes = new Map([[wordKey("Livre blanc"), "type:white_paper"]]);
    const terms = readTerms("livres blancs essaimage", { lexemes });
    expect(terms.map(({ typed, lexeme }) => [typed, lexeme])).toEqual([
      ["livres blancs", "type:white_paper"],
      ["essaimage", undefined],
    ]);
  });
});

test.each([
  ["directrice", "directeur"],
  ["catalyseuses", "catalyseurs"],
  ["trésorière", "trésorier"],
  ["conseillère", "conseiller"],
  ["cheffe", "chef"],
  ["citoyennes", "citoyens"],
  ["élues", "élus"],
  ["accompagnatrice", "conseil"],
])("%s is also looked for as « %s »", (typed, form) => {
  expect(formsOf(typed)).toContain(form);
});

test("somebody is looked for by eight words at most", () => {
  expect(personWords("a b,c;d e f g h")).toHaveLength(8);
  expect(personWords("a b c d e f g h i")).toEqual([..."abcdefgh"]);
});
