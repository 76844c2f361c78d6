import { describe, expect, it, test } from "vitest";
import { z } from "zod";
import * as shape from "#lib/content/schema";
import { readMarkdownFolder } from "#lib/platform/content-files";
import { PROJECT_ROOT } from "#lib/platform/root";
import { LONGEST_RICH, type RichMark, type RichNode } from "#lib/rich-text/schema";
import { documentIn, type Edited, openSource, sourceOf } from "#lib/rich-text/source";
import fc from "#tests/support/properties";

const CONTENT = `${PROJECT_ROOT}content`;

/** What the editor gives back when nothing, or some blocks, were touched. */
function rewritten(markdown: string, touch: (node: RichNode, rank: number) => RichNode = (node) => node): string {
  const opened = openSource(markdown);
  if (!opened) throw new Error(`not opened: ${markdown}`);
  const edited = (opened.document.content ?? []).map((node, rank): Edited => {
    const after = touch(node, rank);
    return { node: after, rank: after === node ? rank : null };
  });
  return sourceOf(edited, opened);
}

const paragraph = (text: string): RichNode => ({ type: "paragraph", content: [{ type: "text", text }] });

test("every text of the portal opens, and is written again to the letter", async () => {
  const [needs, centres, pages, resources] = await Promise.all([
    readMarkdownFolder(`${CONTENT}/needs`, shape.needContent),
    readMarkdownFolder(`${CONTENT}/centres`, shape.centreContent),
    readMarkdownFolder(`${CONTENT}/pages`, shape.pageContent),
    readMarkdownFolder(`${CONTENT}/resources`, shape.resourceContent),
  ]);
  const texts = [
    ...needs.flatMap(({ body, learn, train, act }) => [body, learn, train, act]),
    ...[...centres, ...pages, ...resources].map(({ body }) => body),
  ].filter(Boolean);
  expect(z.array(z.string()).parse(texts).length).toBeGreaterThan(60);
  for (const text of texts) expect(rewritten(text)).toBe(text);
  for (const { learn: text } of needs) {
    const again = rewritten(text, (node) => structuredClone(node));
    expect(documentIn(again)).toEqual(documentIn(text));
  }
});

describe("what nobody touched", () => {
  const text = "Un *mot*.\n\n\n* a\n* b\n\nTitre\n---\n\n| a|b |\n|-|:-:|\n|1| 2|\n";

  it("is written as it was, whatever its ways, beside what was", () => {
    expect(rewritten(text)).toBe(text);
    const touched = rewritten(text, (node, rank) => (rank === 0 ? paragraph("Autre.") : node));
    expect(touched).toBe(`Autre.\n\n* a\n* b\n\nTitre\n---\n\n| a|b |\n|-|:-:|\n|1| 2|\n`);
    const last = rewritten(text, (node, rank) => (rank === 3 ? paragraph("Fin.") : node));
    expect(last).toBe("Un *mot*.\n\n\n* a\n* b\n\nTitre\n---\n\nFin.");
  });

  it("gives way where the words before it would become others", () => {
    const opened = openSource("Un.\n\n- a");
    const list = opened?.document.content?.[1] as RichNode;
    const source = sourceOf(
      [
        { node: structuredClone(list), rank: null },
        { node: list, rank: 1 },
      ],
      opened as never,
    );
    expect(documentIn(source)?.content).toHaveLength(2);
  });
});

describe("a reference", () => {
  const text = "Aujourd’hui, **[](/observatoire#maires)** des maires\nsoutiennent l’[](/glossaire#alliance).\n\nFin.";

  it("is held whole, and written as it was beside what is touched", () => {
    expect(openSource(text)?.document.content?.[0]?.content).toContainEqual({
      type: "reference",
      attrs: { href: "/observatoire#maires" },
      marks: [{ type: "bold" }],
    });
    expect(rewritten(text)).toBe(text);
    expect(rewritten(text, (node, rank) => (rank === 1 ? paragraph("Autre.") : node))).toBe(
      text.replace("Fin.", "Autre."),
    );
    const again = rewritten(text, (node) => structuredClone(node));
    expect(documentIn(again)).toEqual(documentIn(text));
  });

  it("is neither a link within another, nor a piece of code", () => {
    const marked = { type: "reference", attrs: { href: "/observatoire#maires" } };
    const link = { type: "link", attrs: { href: "/besoins", title: null } };
    const node = { type: "paragraph", content: [{ ...marked, marks: [link, { type: "code" }] }] };
    expect(sourceOf([{ node, rank: null }], { blocks: [], after: "" })).toBe("[](/observatoire#maires)");
  });

  it("is no other link without words", () => {
    const kinds = (markdown: string) => documentIn(markdown)?.content?.[0]?.content?.map(({ type }) => type);
    expect(kinds("Un [](/besoins) mot")).toEqual(["text"]);
    expect(kinds('Un [](/observatoire#a "titre") mot')).toEqual(["text"]);
    expect(kinds("[trois](/observatoire#a)")).toEqual(["text"]);
  });
});

describe("a text that the editor does not hold is written as it is", () => {
  it.each(["![x](y)", "<b>x</b>", "[^1]\n\n[^1]: note", "[x][y]\n\n[y]: /z", "- [ ] à faire", "``` js meta\nx\n```"])(
    "%s",
    (markdown) => {
      expect(openSource(markdown)).toBeNull();
    },
  );
  it("when it is long", () => {
    expect(openSource("x".repeat(LONGEST_RICH))).not.toBeNull();
    expect(openSource("x".repeat(LONGEST_RICH + 1))).toBeNull();
  });
});

describe("what is typed", () => {
  it("says the same again, whatever signs it holds", () => {
    const signs =
      "# Pas un titre, *pas* d’_italique_ ni [lien](x), <b>, &amp; | ` ~~x~~ 1. {contact} https://exemple.fr";
    expect(
      documentIn(sourceOf([{ node: paragraph(signs), rank: null }], { blocks: [], after: "" }))?.content?.[0],
    ).toMatchObject({
      type: "paragraph",
    });
    expect(sourceOf([{ node: paragraph("Écrivez à {contact}."), rank: null }], { blocks: [], after: "" })).toBe(
      "Écrivez à {contact}.",
    );
  });

  const words = fc.stringMatching(/^[a-zé’*_#[\]()<>&|`~!.:0-9 -]{1,12}$/).filter((text) => text.trim() === text);
  const marks = fc
    .subarray(["link", "bold", "italic", "strike"], { minLength: 0 })
    .map((types): RichMark[] =>
      types.map((type) => (type === "link" ? { type, attrs: { href: "/besoins", title: null } } : { type })),
    );
  const text = fc
    .record({ text: words, marks })
    .map(({ text, marks }) => ({ type: "text", text, ...(marks.length && { marks }) }));
  const reference = fc
    .record({ href: fc.constantFrom("/observatoire#maires", "/glossaire#alliance"), marks })
    .map(({ href, marks }) => ({ type: "reference", attrs: { href }, ...(marks.length && { marks }) }));
  const line = fc
    .array(fc.oneof({ weight: 4, arbitrary: text }, { weight: 1, arbitrary: reference }), {
      minLength: 1,
      maxLength: 4,
    })
    // What is drawn below counts words: a line has some.
    .filter((nodes) => nodes.some(({ type }) => type === "text"));
  const para = line.map((content): RichNode => ({ type: "paragraph", content }));
  const item = para.map((node): RichNode => ({ type: "listItem", attrs: { spread: false }, content: [node] }));
  const row = (type: string) =>
    fc.array(line, { minLength: 2, maxLength: 2 }).map(
      (cells): RichNode => ({
        type: "tableRow",
        content: cells.map((content) => ({ type, attrs: { align: null }, content: [{ type: "paragraph", content }] })),
      }),
    );
  const blocks: fc.Arbitrary<RichNode> = fc.oneof(
    para,
    fc.record({ content: line, level: fc.integer({ min: 2, max: 4 }) }).map(({ content, level }) => ({
      type: "heading",
      attrs: { level },
      content,
    })),
    fc
      .array(item, { minLength: 1, maxLength: 3 })
      .map((content) => ({ type: "bulletList", attrs: { spread: false }, content })),
    fc.array(item, { minLength: 1, maxLength: 3 }).map((content) => ({
      type: "orderedList",
      attrs: { spread: false, start: 1 },
      content,
    })),
    fc.array(para, { minLength: 1, maxLength: 2 }).map((content) => ({ type: "blockquote", content })),
    fc.tuple(row("tableHeader"), row("tableCell")).map((content) => ({ type: "table", content })),
  );

  const said = (node: RichNode): string =>
    `${node.text ?? ""}${(node.content ?? []).map(said).join(["paragraph", "heading"].includes(node.type) ? "" : "\n")}`;
  const markedWords = (node: RichNode): string[] => [
    ...(node.marks ?? []).map(({ type }) => `${type} ${(node.text ?? "").replace(/\s/g, "")}`),
    ...(node.content ?? []).flatMap(markedWords),
  ];
  const references = (node: RichNode): unknown[] => [
    ...(node.type === "reference" ? [node.attrs?.href] : []),
    ...(node.content ?? []).flatMap(references),
  ];
  const kinds = (node: RichNode): string[] =>
    [node.type, ...(node.content ?? []).flatMap(kinds)].filter((type) => type !== "text");

  test("comes back with its blocks and its words, and once written stays as it is", () => {
    fc.assert(
      fc.property(fc.array(blocks, { minLength: 1, maxLength: 4 }), (content) => {
        const source = sourceOf(
          content.map((node) => ({ node, rank: null })),
          { blocks: [], after: "" },
        );
        const read = documentIn(source);
        const doc = { type: "doc", content };
        expect(read && kinds(read)).toEqual(kinds(doc));
        expect(read && said(read)).toBe(said(doc));
        expect(read && references(read)).toEqual(references(doc));
        expect(rewritten(source)).toBe(source);
        expect(documentIn(rewritten(source, (node) => structuredClone(node)))).toEqual(read);
        expect(markedWords(read as RichNode).length > 0).toBe(markedWords(doc).length > 0);
      }),
      { numRuns: 80 },
    );
  });
});
