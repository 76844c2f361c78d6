import { describe, expect, test } from "vitest";
import { hasSafeLinks, renderMail } from "#lib/mail/render";
import type { MailVariables } from "#lib/mail/schema";

const render = (body: string, variables: MailVariables = {}, subject = "Sujet") =>
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
    expect(html).toContain('<a href="https://portail.example/x?a=1&#x26;b=2"');
    // What names the colour of its letters names their ground.
    for (const [, style = ""] of html.matchAll(/style="([^"]*)"/g))
      expect(/(?<!-)\bcolor:/.test(style)).toBe(style.includes("background:"));
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
    expect(html).not.toMatch(/<img|Bonjour.*<\/p>.*<\/p>/);
  });

  test("a value cannot put a second line in the subject", () => {
    expect(render("x", { name: "a\r\nBcc: b@exemple.fr" }, "Pour {name}").subject).toBe("Pour a Bcc: b@exemple.fr");
  });
});

test("a text that was read for somebody says nothing of them to the next", () => {
  const body = "Bonjour {firstName},\n\n{sessions}\n\n[Votre page]({personalUrl})\n\n---\n\nÀ bientôt.";
  const told = (firstName: string) =>
    render(body, { firstName, sessions: [`séance de ${firstName}`], personalUrl: `https://exemple.fr/${firstName}` });
  const first = told("Awa");
  const second = told("Zoa");
  expect(first.text.replaceAll("Awa", "Zoa")).toBe(second.text);
  expect(first.html.replaceAll("Awa", "Zoa")).toBe(second.html);
  expect(told("Awa")).toEqual(first);
});

describe("a list", () => {
  const sessions = ["jeudi 21 mars : **Évaluer** {name}", "jeudi 18 avril"];

  test("alone in its paragraph, becomes a bullet list of plain texts", () => {
    const { text, html } = render("Vos séances :\n\n{sessions}\n\nÀ bientôt.", { sessions, name: "x" });
    expect(text).toBe("Vos séances :\n\n- jeudi 21 mars : **Évaluer** {name}\n- jeudi 18 avril\n\nÀ bientôt.\n");
    expect(html).toMatch(/<ul>\s*<li>jeudi 21 mars : \*\*Évaluer\*\* \{name\}<\/li>/);
  });

  test("in a sentence, is written in a row", () => {
    expect(render("Le {sessions}.", { sessions }).text).toBe(
      "Le jeudi 21 mars : **Évaluer** {name}, jeudi 18 avril.\n",
    );
  });

  test("without items, leaves nothing behind", () => {
    expect(render("Un.\n\n{sessions}\n\nDeux.", { sessions: [] }).text).toBe("Un.\n\nDeux.\n");
  });
});

describe("addresses", () => {
  const joinUrl = "https://portail.example/rejoindre/a_b_c?x=1&y=2";

  test("that stand in the text can be followed", () => {
    const { text, html } = render("Votre lien : {joinUrl}.", { joinUrl });
    expect(text).toBe(`Votre lien : ${joinUrl}.\n`);
    expect(html).toContain('<a href="https://portail.example/rejoindre/a_b_c?x=1&#x26;y=2">https://portail.example/');
  });

  test("are not links inside links", () => {
    const { text, html } = render("[{joinUrl}]({joinUrl})", { joinUrl });
    expect(text).toBe(`${joinUrl}\n`);
    expect(html.match(/<a /g)).toHaveLength(1);
  });

  test.each([
    "javascript:alert(1)",
    "JAVA&#115;CRIPT:alert(1)",
    "data:text/html,x",
    "//exemple.fr",
    "/webinaires",
    "{title}",
  ])("that run, hide or lead nowhere are refused, and are no link: %s", (url) => {
    expect(hasSafeLinks(`Voyez [ici](${url}).`)).toBe(false);
    const { text, html } = render(`Voyez [ici](${url}).`, { title: "javascript:alert(1)" });
    expect(text).toBe("Voyez ici.\n");
    expect(html).not.toContain("<a");
  });

  test.each(["https://exemple.fr/a", "mailto:a@exemple.fr", "tel:+33100000000", "{joinUrl}"])(
    "that lead somewhere are kept: %s",
    (url) => {
      expect(hasSafeLinks(`- Voyez [ici](${url}).`)).toBe(true);
      expect(render(`Voyez [ici](${url}).`, { joinUrl }).html).toContain("<a href=");
    },
  );

  test("stay out of the way in the middle of a sentence", () => {
    expect(render("Voyez [ici]({joinUrl}) demain.", { joinUrl }).text).toBe(`Voyez ici (${joinUrl}) demain.\n`);
  });
});

describe("the text part keeps what the marks say", () => {
  test.each([
    ["1. D’abord\n2. Ensuite", "1. D’abord\n2. Ensuite\n"],
    ["3. D’abord\n4. Ensuite", "3. D’abord\n4. Ensuite\n"],
    ["1. Un\n   - a\n   - b\n2. Deux", "1. Un\n   - a\n   - b\n2. Deux\n"],
    ["- Un\n\n  Encore\n- Deux", "- Un\n  Encore\n- Deux\n"],
    ["## Titre\n\nTexte", "Titre\n-----\n\nTexte\n"],
    ["> Cité\n>\n> encore", "> Cité\n>\n> encore\n"],
    ["Un\n\n---\n\nDeux", "Un\n\n* * *\n\nDeux\n"],
  ])("%j", (body, text) => {
    expect(render(body).text).toBe(text);
  });

  test("ten items and more are numbered to the end", () => {
    const body = Array.from({ length: 12 }, (_, rank) => `${rank + 1}. Point`).join("\n");
    expect(render(body).text).toBe(`${body}\n`);
  });
});

test("what holds hours on one line stays out of the subject", () => {
  const hours = "13\u00A0h\u202F–\u2060\u202F14\u00A0h";
  const { subject, text } = render("À {hours}.", { hours }, "Rappel : {hours}");
  expect(subject).toBe("Rappel : 13\u00A0h\u202F–\u202F14\u00A0h");
  expect(text).toContain(hours);
});

test.each([
  ["un titre court", "un titre court"],
  ["mot ".repeat(40).trim(), `${"mot ".repeat(20).trim()}…`],
  ["a".repeat(200), `${"a".repeat(80)}…`],
])("a subject cuts what is long, at a word when there is one: %s", (title, shown) => {
  expect(render("{title}", { title }, "Séance annulée – {title}").subject).toBe(`Séance annulée – ${shown}`);
  expect(render("{title}", { title }, "{title}").text).toBe(`${title}\n`);
});

test("HTML, images and code that an editor typed are words like others", () => {
  const typed = "<b>Bonjour</b> ![pixel](https://traceur.example) `{name}`\n\n    en retrait";
  const { text, html } = render(typed, { name: "Élodie" });
  expect(text).toContain("<b>Bonjour</b>");
  expect(text).toContain("`Élodie`");
  expect(html).not.toMatch(/<img|<b>|<code>|<pre>/);
});

test("a text that names an unknown variable is a fault, not a hole", () => {
  expect(() => render("Bonjour {nom}.", { name: "x" })).toThrow(/nom/);
});

describe("the look of a message", () => {
  const values = {
    date: "21 mars 2019",
    hours: "13 h – 14 h",
    title: "Évaluer",
    joinUrl: "https://portail.example/r",
    webinarUrl: "https://portail.example/w",
  };
  const body = "Voici {hours}.\n\n[Présentation]({webinarUrl})\n\n[Rejoindre]({joinUrl})\n\n[Encore]({joinUrl})";
  const drawn = (frame: Parameters<typeof renderMail>[2]) => renderMail({ subject: "S", body }, values, frame);

  test("has one button, what acts first, and it names its ground", () => {
    const { html } = drawn({});
    expect(html.match(/background:/g)).toHaveLength(1);
    expect(html).toMatch(/<a href="https:\/\/portail.example\/r" style="[^"]*background:[^"]*">Rejoindre<\/a>/);
  });

  test("shows the day of a session that takes place as a leaf, which adds nothing to the text", () => {
    expect(drawn({ dated: true }).html).toMatch(
      /<b style="[^"]*">21<\/b><br>mars 2019.*<b>Évaluer<\/b><br>13 h – 14 h/,
    );
    expect(drawn({}).html).not.toContain("<table");
    expect(drawn({ dated: true }).text).toBe(drawn({}).text);
    expect(renderMail({ subject: "S", body: "x" }, {}, { dated: true }).html).not.toContain("<table");
  });

  test("begins with the name of the portal and ends with who signs, in both forms", () => {
    const { html, text } = drawn({ signature: "L’équipe, [portail.example](https://portail.example)." });
    expect(html).toContain("L’innovation territoriale en actions");
    expect(html).toMatch(/<p style="[^"]*border-top:1px[^"]*">L’équipe/);
    expect(text.trim().endsWith("L’équipe, portail.example (https://portail.example).")).toBe(true);
  });
});
