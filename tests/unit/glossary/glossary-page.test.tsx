import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { glossaryJsonLd, termJsonLd } from "#components/glossary/glossary-json-ld";
import { Alphabet, byLetter } from "#components/glossary/letters";
import { TermList } from "#components/glossary/term-list";
import { usualOriginOf } from "#components/glossary/usual-source";
import type { TermEntry } from "#lib/glossary/schema";
import { termEntry } from "#tests/support/views";

const term = (name: string, overrides: Partial<TermEntry> = {}) =>
  termEntry({ name, slug: name.toLowerCase(), aliases: [], source: "L’équipe", ...overrides });
const list = (...terms: TermEntry[]) =>
  renderToStaticMarkup(<TermList letters={byLetter(terms)} usualSource="L’équipe" />);

test("an accent does not make another letter, and every letter leads to its terms", () => {
  const letters = byLetter([term("Écosystème"), term("Essaimage"), term("ODD")]);
  expect(letters.map(([letter, terms]) => [letter, terms.length])).toEqual([
    ["E", 2],
    ["O", 1],
  ]);
  expect(renderToStaticMarkup(<Alphabet letters={["E", "O"]} />)).toContain('href="#lettre-e"');
  expect(list(term("ODD"))).toContain('id="lettre-o"');
});

test("other names are told, plurals and what the definition says are not", () => {
  const html = list(
    term("Catalyseur", { aliases: ["catalyseurs", "tiers de confiance", "passeur"], definition: "Un passeur." }),
  );
  expect(html).toContain("On lit aussi\u00A0: tiers de confiance.");
});

test("only an unusual source is told beside its term", () => {
  expect(list(term("ODD"))).not.toContain("Source");
  expect(list(term("ADASI", { source: "À vérifier", confidence: "to_confirm" }))).toContain("À confirmer. Source");
});

test("the usual origin is the one that most sure terms share, with how sure it is", () => {
  const doubtful = { source: "Un site", confidence: "to_confirm" } as const;
  const own = { source: "Définitions de l’équipe.", confidence: "own_words" } as const;
  expect(usualOriginOf([term("A", doubtful), term("B", doubtful), term("C")])?.source).toBe("L’équipe");
  expect(usualOriginOf([term("A", own), term("B", own), term("C")])).toMatchObject(own);
  expect(usualOriginOf([])).toBeNull();
});

test("a definition with Markdown is drawn, a plain one is a sentence", () => {
  expect(list(term("ODD", { definition: "Les **17 objectifs**." }))).toContain("<strong>17 objectifs</strong>");
  expect(list(term("ODD"))).not.toContain("<p>");
});

test("search engines find each term at its anchor", () => {
  expect(glossaryJsonLd([term("ODD")], "https://portail.example")).toMatchObject({
    hasDefinedTerm: [{ "@id": "https://portail.example/glossaire#odd", name: "ODD" }],
  });
  expect(termJsonLd(term("ODD", { aliases: ["objectifs mondiaux"] }), "https://portail.example")).toMatchObject({
    "@id": "https://portail.example/glossaire#odd",
    url: "https://portail.example/glossaire/odd",
    alternateName: ["objectifs mondiaux"],
  });
  expect(list(term("ODD"))).toContain('<li id="odd"><a href="/glossaire/odd">');
});
