import type { Nodes } from "hast";
import { describe, expect, test } from "vitest";
import { markdown } from "#lib/forms/fields";
import { templateInputs } from "#lib/mail/template-form";
import { parseMarkdown } from "#lib/platform/markdown";
import { canBeLaidOut, TOO_MARKED } from "#lib/platform/markdown-bounds";
import { webinarEdit } from "#lib/webinars/schema";

const words = (node: Nodes): string =>
  node.type === "text" ? node.value : "children" in node ? node.children.map(words).join("") : "";
const count = (node: Nodes): number =>
  1 + ("children" in node ? node.children.reduce((sum, one) => sum + count(one), 0) : 0);

const EXPLOSIVE: [name: string, text: string][] = [
  [
    "a table of two thousand columns and eight thousand short rows",
    `${"|".repeat(2000)}\n${"|-".repeat(2000)}|\n${"|\n".repeat(8000)}`,
  ],
  ["a wide table within a quotation", `> ${"|a".repeat(200)}\n> ${"|-".repeat(200)}|\n${"> |\n".repeat(2000)}`],
  ["two tables, the second one wide", `a|b\n-|-\nc|d\n${"|-".repeat(2000)}|\n${"|\n".repeat(3000)}`],
  ["quotations within quotations", ">".repeat(4000)],
  ["the same, spaced", `${"> ".repeat(4000)}a`],
  ["items within items", "1. ".repeat(4000)],
  ["brackets", "]".repeat(30_000)],
  ["links that never close", "[a](".repeat(7000)],
  ["titles with a line under", "\n=".repeat(30_000)],
  ["titles after a long text", `${"a\n".repeat(50_000)}${"= \n".repeat(200)}`],
  ["the same, within quotations", `${"a\n".repeat(50_000)}${"> =\n".repeat(200)}`],
  ["emphasis that never closes", "**a*".repeat(7000)],
];

describe("a text that cannot be laid out", () => {
  test.each(EXPLOSIVE)("%s: refused in a form, read as it was typed where it is stored", (_, text) => {
    expect(canBeLaidOut(text)).toBe(false);
    expect(markdown("Écrivez.").safeParse(text).error?.issues[0]?.message ?? TOO_MARKED).toMatch(/trop/);
    const tree = parseMarkdown(text);
    expect(count(tree)).toBeLessThan(100);
    expect(words(tree)).toHaveLength(text.length);
  });

  test("is refused in a message, in a transcript and in the text of a session alike", async () => {
    const text = "[a](".repeat(300).concat(" b");
    expect(canBeLaidOut(text.repeat(4))).toBe(false);
    for (const field of [templateInputs.body, webinarEdit.shape.body, webinarEdit.shape.transcript])
      expect((await field.safeParseAsync(text.repeat(4))).error?.issues[0]?.message).toBe(TOO_MARKED);
  });
});

test.each([
  ["a table of twelve months", `|Mois|Thème|\n|-|-|\n${"|janvier|[Un thème](/webinaires)|\n".repeat(12)}`],
  ["a hundred links in a list", "- [Une ressource](https://exemple.fr/page_un), *vue* le 3\n".repeat(100)],
  ["four levels of a list", "- a\n  - b\n    - c\n      1. d\n\n> - e"],
  ["a long paragraph", `${"Un mot, *un autre*. ".repeat(150)}`],
  ["rules, titles and code", "# Titre\n\n---\n\n```\n>>>>>>>> [[[\n```\n\n***\n\nTitre\n-----\n"],
  ["a transcript of three hours", "[00:12:34] **Ada :** Bonjour [Musique] à tous.\n\n".repeat(3600)],
])("%s is laid out", (_, text) => expect(canBeLaidOut(text)).toBe(true));

const tableOf = (columns: number, lines: number) =>
  `${"a|".repeat(columns - 1)}a\n${"-|".repeat(columns - 1)}-\n`.concat("b|\n".repeat(lines - 2));

test.each<[what: string, most: number, text: (count: number) => string]>([
  ["brackets in a paragraph", 1_000, (count) => "]a".repeat(count)],
  ["marks of emphasis in a paragraph", 400, (count) => "a*".repeat(count)],
  ["marks of code in a paragraph", 2_000, (count) => "a`".repeat(count)],
  ["quotations within each other", 20, (count) => `${">".repeat(count)}a`],
  ["spaces before an item", 80, (count) => `${" ".repeat(count)}- a`],
  ["letters", 300_000, (count) => "a".repeat(count)],
  ["items", 3_000, (count) => "- a\n\n".repeat(count)],
  ["footnotes", 1_000, (count) => "a[^1]\n\n".repeat(count)],
  ["titles of three lines, with a line under", 1_825, (count) => "a\n=\n\n".repeat(count)],
  ["columns of a table", 50, (count) => tableOf(count, 3)],
  ["lines of a table of two columns", 2_500, (count) => tableOf(2, count)],
])("%s: %i are laid out, one more is not", (_, most, text) => {
  expect([canBeLaidOut(text(most)), canBeLaidOut(text(most + 1))]).toEqual([true, false]);
});

test("a text is laid out once, however often it is read, and long ones do not push out what others keep", () => {
  const tree = parseMarkdown("Une *alliance* qui dure.");
  parseMarkdown("a".repeat(250_000));
  expect(parseMarkdown("Une *alliance* qui dure.")).toBe(tree);
  for (const letter of ["b", "c", "d"]) parseMarkdown(letter.repeat(90_000));
  expect(parseMarkdown("Une *alliance* qui dure.")).not.toBe(tree);
});
