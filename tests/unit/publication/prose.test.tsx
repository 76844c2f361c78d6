import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { Prose } from "#components/ui/prose";

const drawn = (markdown: string) => renderToStaticMarkup(<Prose markdown={markdown} />);
const OUT = "(ouvre un autre site)";

describe("a link in a text", () => {
  it.each(["//evil.example", "https://evil.example/", "//evil.example/a?b", "///evil.example", "/\\\\evil.example"])(
    "says that %s is another site",
    (href) => {
      const html = drawn(`[ailleurs](${href})`);
      if (/href="[^"]*%5C/.test(html)) return;
      expect(html).toContain(OUT);
      expect(html).toContain('rel="external"');
    },
  );

  it.each(["/webinaires", "#la-suite", "webinaires", "?annee=2019", "mailto:equipe@exemple.fr"])(
    "leaves %s alone",
    (href) => {
      expect(drawn(`[ici](${href})`)).toContain(`<a href="${href}">ici</a>`);
    },
  );

  it.each(["javascript:alert(1)", "data:text/html,x", "", "vbscript:x"])("to « %s » is its words alone", (href) => {
    expect(drawn(`[des mots](<${href}>)`)).toBe('<div class="prose max-w-prose"><p>des mots</p></div>');
  });
});

describe("a table in a text", () => {
  const TABLE = "| | Oui |\n|---|---|\n| Un besoin | ☐ |";

  it("has no heading without words", () => {
    expect(drawn(TABLE)).toContain("<tr><td></td><th>Oui</th></tr>");
  });

  it("names its rows where its first heading is empty", () => {
    expect(drawn(`${TABLE}\n| | ☐ |`)).toContain(
      '<tr><th scope="row">Un besoin</th><td>☐</td></tr><tr><td></td><td>☐</td></tr>',
    );
    expect(drawn("| Non | Geste |\n|---|---|\n| a | b |")).toContain("<tr><td>a</td><td>b</td></tr>");
  });

  it("is told apart from another with the same headings", () => {
    const names = drawn(`${TABLE}\n\nPuis\n\n${TABLE}\n\n| Non |\n|---|\n| x |`).matchAll(/aria-label="([^"]*)"/g);
    expect([...names].map(([, name]) => name)).toEqual([
      "Tableau\u00A0: Oui",
      "Tableau 2\u00A0: Oui",
      "Tableau\u00A0: Non",
    ]);
  });
});
