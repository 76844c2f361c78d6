import { readFileSync } from "node:fs";
import { describe, expect, it, test } from "vitest";
import { parseMarkdown } from "#lib/platform/markdown";
import { pastedDocument } from "#lib/rich-text/pasted";
import { sourceOf } from "#lib/rich-text/source";

const written = (html: string) =>
  sourceOf(
    pastedDocument(html).map((node) => ({ node, rank: null })),
    { blocks: [], after: "" },
  );

const EXPECTED = `## Une feuille de route

La commune **s’engage** avec ses *partenaires*, et le dit dans [la charte des alliances](https://exemple.fr/charte).

- Premier point
  - Un détail
- **Second** point

1. D’abord
2. Ensuite

### Le budget

| **Poste**           | **Coût** |
| ------------------- | -------- |
| Une étude (en 2026) | 12 000 € |

Voir le fichier.`;

test.each(["word", "libreoffice", "google-docs", "web-page"])(
  "what is copied from %s keeps its words, lists and tables, and nothing else",
  (name) => {
    const html = readFileSync(new URL(`pasted/${name}.txt`, import.meta.url), "utf8");
    const markdown = written(html);
    expect(markdown.replace(/[\u00A0 ]+/g, " ").replace(/-{3,}/g, "---")).toBe(
      EXPECTED.replace(/ +/g, " ").replace(/-{3,}/g, "---"),
    );
    expect(JSON.stringify(parseMarkdown(markdown))).not.toMatch(/javascript|style|mso|<|class/i);
  },
);

describe("what is copied", () => {
  it.each([
    ["", ""],
    ["<p> </p>", ""],
    ["des mots", "des mots"],
    ["<span style='font-weight:bold;text-decoration:line-through'>non</span>", "**~~non~~**"],
    ["<h3>Un</h3><h5>Deux</h5>", "### Un\n\n#### Deux"],
    ["<blockquote><p>Un</p></blockquote><hr><pre><code>x = 1</code></pre>", "> Un\n\n---\n\n```\nx = 1\n```"],
    [
      "<p><a href='//ailleurs.fr'>a</a> <a href='mailto:a@b.fr'>b</a> <a href='/besoins'>c</a></p>",
      "a [b](mailto:a@b.fr) [c](/besoins)",
    ],
    ["<p style='display:none'>caché</p><p>vu</p>", "vu"],
    ["<table><tr><td>seul</td></tr></table>", "| seul |\n| ---- |"],
    ["<p>H<sub>2</sub>O</p>", "H2O"],
  ])("%j is %j", (html, markdown) => {
    expect(written(html)).toBe(markdown);
  });
});
