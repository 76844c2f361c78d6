import { describe, expect, test } from "vitest";
import { holdersWords, throughWords, usedUpWords } from "#lib/partner-links/labels";
import { codeFrom, isUsedUp, partnerLinkPath } from "#lib/partner-links/rules";

test.each([
  [null, 1000, false],
  [3, 2, false],
  [3, 3, true],
  [3, 5, true],
])("a quota of %s with %i holders: used up is %s", (quota, holders, usedUp) => {
  expect(isUsedUp(quota, holders)).toBe(usedUp);
});

test("a code comes from the name, short enough and without a hyphen at its end", () => {
  expect(codeFrom("Association des maires de l’Œuvre")).toBe("association-des-maires-de-l-oeuvre");
  expect(codeFrom("…")).toBe("");
  expect(codeFrom(`${"a".repeat(59)} b`)).toBe("a".repeat(59));
  expect(partnerLinkPath("/webinaires/evaluer", "amf")).toBe("/webinaires/evaluer?partenaire=amf");
});

describe("words", () => {
  test.each([
    ["la Région Sud", "de la Région Sud"],
    ["l’Association des maires", "de l’Association des maires"],
    ["l'Association des maires", "de l’Association des maires"],
    ["Le RAMEAU", "du RAMEAU"],
    ["les Départements", "des Départements"],
    ["Association des maires", "d’Association des maires"],
    ["Léonie", "de Léonie"],
  ])("through %s", (partner, named) => {
    expect(throughWords(partner)).toBe(`Vous vous inscrivez par l’intermédiaire ${named}.`);
  });

  test("a link that is used up says how many that is", () => {
    expect(usedUpWords(1)).toBe("L’inscription prévue par ce lien est déjà prise.");
    expect(usedUpWords(30)).toBe("Les 30\u00A0inscriptions prévues par ce lien sont déjà prises.");
    expect(holdersWords(1, 30)).toBe("1\u00A0inscription sur 30");
    expect(holdersWords(2, null)).toBe("2\u00A0inscriptions, sans limite");
  });
});
