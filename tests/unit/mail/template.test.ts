import { describe, expect, test } from "vitest";
import { renderMail } from "#lib/mail/template";

const render = (body: string, variables: Record<string, string> = {}, subject = "Sujet") =>
  renderMail({ subject, body }, variables);

describe("a message in two forms", () => {
  const { text, html } = render(
    "Bonjour {name},\n\n- **Quand** : {day}\n- Où\n\n[Annuler]({url})\n\nUne ligne\\\nune autre",
    { name: "Élodie", day: "jeudi", url: "https://portail.example/x?a=1&b=2" },
  );

  test("text with its addresses written out", () => {
    expect(text).toBe(
      "Bonjour Élodie,\n\n- Quand : jeudi\n- Où\n\nAnnuler\u00A0: https://portail.example/x?a=1&b=2\n\nUne ligne\nune autre\n",
    );
  });

  test("a whole HTML document in French, in the reader's own colours", () => {
    expect(html).toMatch(/^<!doctype html><html lang="fr"><head>/);
    expect(html).toContain('<meta name="color-scheme" content="light dark">');
    expect(html).toContain("<title>Sujet</title>");
    expect(html).toContain("<strong>Quand</strong>");
    expect(html).toContain('<a href="https://portail.example/x?a=1&#x26;b=2">Annuler</a>');
    expect(html).not.toMatch(/color:|background/);
  });
});

describe("what people typed stays what they typed", () => {
  const secret = { cancelUrl: "https://portail.example/inscriptions/secret" };

  test("braces in a name are never expanded", () => {
    const { text, html, subject } = render("Bonjour {name}.", { name: "{cancelUrl}", ...secret }, "Pour {name}");
    expect(`${subject}\n${text}`).toBe("Pour {cancelUrl}\nBonjour {cancelUrl}.\n");
    expect(text + html).not.toContain("secret");
  });

  test("neither is Markdown", () => {
    const { text, html } = render("Bonjour {name}.", { name: "[cliquez](https://piege.example) **ici**" });
    expect(text).toBe("Bonjour [cliquez](https://piege.example) **ici**.\n");
    expect(html).not.toMatch(/<a |<strong>/);
  });

  test("nor HTML", () => {
    const { html } = render("Bonjour {name}.", { name: '<img src=x onerror="alert(1)"></p>' }, "{name}");
    expect(html).not.toMatch(/<img|<\/p>.*<\/p>/);
  });

  test("a value cannot put a second line in the subject", () => {
    expect(render("x", { name: "a\r\nBcc: b@exemple.fr" }, "Pour {name}").subject).toBe("Pour a Bcc: b@exemple.fr");
  });
});

test("a text that names an unknown variable is a fault, not a hole", () => {
  expect(() => render("Bonjour {nom}.", { name: "x" })).toThrow(/nom/);
});
