import type { Root } from "hast";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { TermNotes } from "#components/glossary/term-notes";
import { ProseTree, plainTree } from "#components/ui/prose";
import { inContext, MOST_TERMS, termsSaid } from "#lib/glossary/context/rules";
import { parseMarkdown } from "#lib/platform/markdown";
import { termEntry } from "#tests/support/views";

const term = (name: string, ...aliases: string[]) =>
  termEntry({ slug: name.toLowerCase().replace(/\W+/g, "-"), name, aliases, definition: `Ce qu’est ${name}.` });

const TERMS = [
  term("Innovation"),
  term("Innovation territoriale"),
  term("Alliance", "faire alliance"),
  term("Bien commun"),
  term("IMPACT"),
  term("ODD"),
  term("ODD 17"),
  term("R&D sociétale"),
  term("Co-construction"),
  term("Catalyseur territorial", "catalyseur"),
];

const drawn = (tree: Root) => renderToStaticMarkup(<ProseTree tree={tree} />);
const laid = (markdown: string) => inContext(TERMS, { text: parseMarkdown(markdown) });
const metIn = (markdown: string) => laid(markdown).met.map(({ name }) => name);

describe("the first use of a term", () => {
  test("opens its definition, in a paragraph that stays one, and the next ones are plain", () => {
    const html = drawn(laid("Une alliance dure. Cette alliance aussi.").texts.text);
    expect(html).toContain(
      '<p>Une alliance\u2060<button type="button" class="term" popoverTarget="terme-alliance" aria-label="Définition\u00A0: alliance"></button> dure. Cette alliance aussi.</p>',
    );
  });

  test.each([
    ["les innovations territoriales", "Innovation territoriale"],
    ["l’innovation\nterritoriale", "Innovation territoriale"],
    ["les catalyseurs territoriaux", "Catalyseur territorial"],
    ["une catalyseuse", "Catalyseur territorial"],
    ["les biens communs", "Bien commun"],
    ["savoir FAIRE ALLIANCE", "Alliance"],
    ["la R&D sociétale", "R&D sociétale"],
    ["l’ODD 17", "ODD 17"],
    ["la co-construction", "Co-construction"],
    ["la co construction", "Co-construction"],
  ])("%s: %s, under its plural, its feminine and its other names, the longest first", (text, name) => {
    expect(metIn(`On lit ${text} ici.`)).toEqual([name]);
  });

  test.each([
    "un impact mesuré, l’odd",
    "une commune du bien",
    "innovation, territoriale".replace("innovation", "invention"),
    "la mésalliance et l’auto-alliance",
    "bien, commun",
    "le bien. Commun",
  ])("%s: nothing, for it is another word", (text) => {
    expect(metIn(text)).toEqual([]);
  });

  test.each([
    "## Une alliance",
    "[Une alliance](/besoins)",
    "`alliance`",
    "*Une alliance pour demain*",
    "Lire «\u202FUne alliance\u202F» et “Une alliance”.",
    "| Alliance |\n|---|\n| rien |",
    "```\nalliance\n```",
  ])("%s: not in a title, a link, code or a quote", (markdown) => {
    expect(metIn(markdown)).toEqual([]);
    expect(metIn(`${markdown}\n\nUne alliance.`)).toEqual(["Alliance"]);
  });

  test("is the first of the page, whatever the text it stands in", () => {
    const { texts, met } = inContext(TERMS, {
      lead: plainTree("Une innovation."),
      body: parseMarkdown("- Une innovation, une **alliance**."),
    });
    expect(drawn(texts.lead)).toContain('popoverTarget="terme-innovation"');
    expect(drawn(texts.body).match(/popoverTarget/g)).toHaveLength(1);
    expect(met.map(({ name }) => name)).toEqual(["Innovation", "Alliance"]);
  });

  test("is marked for so many terms of a page, the first ones", () => {
    const many = Array.from({ length: MOST_TERMS + 2 }, (_, rank) => term(`Notion ${String.fromCharCode(65 + rank)}`));
    const text = parseMarkdown(many.map(({ name }) => name).join(", "));
    expect(inContext(many, { text }).met).toEqual(many.slice(0, MOST_TERMS));
  });

  test("leaves the text as it was, and the tree that it was given", () => {
    const given = parseMarkdown("Une alliance, une innovation.");
    const before = structuredClone(given);
    const { texts } = inContext(TERMS, { text: given });
    expect(given).toEqual(before);
    expect(drawn(texts.text).replace(/<[^>]+>|\u2060/g, "")).toBe("Une alliance, une innovation.");
  });
});

test("a text says a term or a longer one, not both", () => {
  expect([...termsSaid(TERMS, "L’innovation territoriale")]).toEqual(["innovation-territoriale"]);
  expect([...termsSaid(TERMS, "L’innovation territoriale est une innovation")]).toHaveLength(2);
});

test("what the marks open are notes that lead to the page of their term", () => {
  const html = renderToStaticMarkup(
    <TermNotes
      terms={[
        termEntry({ slug: "odd", name: "ODD", definition: "Les **17** [objectifs](/methode)." }),
        termEntry({ slug: "liste", name: "Liste", definition: "Deux\n\nparagraphes." }),
      ]}
    />,
  );
  expect(html).toContain(
    '<div id="terme-odd" popover="auto"><a href="/glossaire/odd">ODD</a>\u00A0: Les <strong>17</strong> <a href="/methode">objectifs</a>.</div>',
  );
  expect(html).toContain("<p>Deux</p>");
  expect(renderToStaticMarkup(<TermNotes terms={[]} />)).toBe("");
});
