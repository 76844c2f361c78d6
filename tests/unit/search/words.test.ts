import { describe, expect, test } from "vitest";
import { SYNONYMS } from "#lib/search/synonyms";
import { personWords, readTerms, wordKey } from "#lib/search/words";

const typedIn = (q: string) => readTerms(q).map(({ typed }) => typed);
const formsOf = (q: string) => readTerms(q)[0]?.forms ?? [];

describe("readTerms", () => {
  test.each([
    ["dialogue gouvernance", ["dialogue", "gouvernance"]],
    ["l’hybridation, d'un réseau", ["hybridation", "réseau"]],
    ["Mécénat de compétences", ["Mécénat de compétences"]],
    ["note sur la RSE des PME", ["note", "RSE", "PME"]],
    ["  --x-- & ", ["x"]],
    ["le la les dans nous vous à même", []],
    ["((( | ! :* <->", []],
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

  test("looks for a hyphenated word in one, and in its parts", () => {
    expect(formsOf("mi-temps")).toEqual(["mi-temps", "mitemps", "mi temps"]);
  });

  test("knows a word that the index has of its own", () => {
    const lexemes = new Map([[wordKey("Livre blanc"), "type:white_paper"]]);
    const terms = readTerms("livres blancs essaimage", lexemes);
    expect(terms.map(({ typed, lexeme }) => [typed, lexeme])).toEqual([
      ["livres blancs", "type:white_paper"],
      ["essaimage", undefined],
    ]);
  });
});

test("no word is in two groups of synonyms", () => {
  const keys = SYNONYMS.flatMap((group) => [...new Set(group.map(wordKey))]);
  expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
});

test("somebody is looked for by eight words at most", () => {
  expect(personWords("a b,c;d e f g h")).toHaveLength(8);
  expect(personWords("a b c d e f g h i")).toEqual([..."abcdefgh"]);
});
