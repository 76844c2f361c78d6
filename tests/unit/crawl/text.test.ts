import { describe, expect, test } from "vitest";
import { authorOf, dateOf, decodedBody, firstSentences, languageOf, plainText, titleOf } from "#lib/crawl/text";

describe("the HTML of others", () => {
  test("is plain text: entities read, tags, scripts and styles gone, blocks apart", () => {
    const html =
      "<style>p{}</style><p>L&rsquo;alliance &amp; l&#8217;innovation</p><script>alert(1)</script><p>Un&nbsp;<b>l</b>ien <a href='javascript:x'>ici</a></p><img src=x onerror=alert(1)>";
    expect(plainText(html)).toBe("L’alliance & l’innovation Un lien ici");
  });

  test("stays text when its text is HTML", () => {
    expect(plainText("&lt;script&gt;alert(1)&lt;/script&gt;")).toBe("<script>alert(1)</script>");
  });

  test("holds no sign that turns or hides what stands beside it", () => {
    expect(plainText("a\u202Eb\u0000c\u2066d\uFFFD")).toBe("abcd");
  });

  test("may be deep, endless or broken", () => {
    expect(plainText(`${"<div>".repeat(50_000)}fond`).length).toBeLessThan(200_001);
    expect(plainText("<p>Sans <b>fin")).toBe("Sans fin");
    expect(plainText("a".repeat(200_001))).toHaveLength(200_000);
  });

  test("makes a title of one line and an author without address", () => {
    expect(titleOf("Un\n titre <em>fort</em>")).toBe("Un titre fort");
    expect(titleOf("mot ".repeat(100)).length).toBeLessThanOrEqual(200);
    expect(authorOf("")).toBeNull();
    expect(authorOf("a".repeat(200))).toHaveLength(120);
  });
});

describe("a summary", () => {
  test("is made of whole sentences", () => {
    const first = "La première phrase dit de quoi il s’agit.";
    const long = `${first} ${"Une autre phrase suit, assez longue pour remplir. ".repeat(10)}`;
    expect(firstSentences(long).length).toBeLessThanOrEqual(300);
    expect(firstSentences(long)).toMatch(/^La première.*remplir\.$/);
  });

  test("is cut at a word where a sentence is too long", () => {
    expect(firstSentences("mot ".repeat(200))).toMatch(/^(mot )+mot…$/);
  });

  test.each([
    ["Le début […]", "Le début…"],
    ["Une phrase. […]", "Une phrase."],
    ["Une phrase. Continue reading Le titre →", "Une phrase."],
    ["Une phrase… Lire la suite", "Une phrase…"],
    ["Une phrase.", "Une phrase."],
    ["", ""],
    ["Une phrase. Lire la suite de l’étude.", "Une phrase."],
    [`Lire la suite est un art. ${"Mot ".repeat(57)}fin.`, `Lire la suite est un art. ${"Mot ".repeat(57)}fin.`],
  ])("leaves out what themes add: « %s »", (given, kept) => {
    expect(firstSentences(given)).toBe(kept);
  });
});

test("a language is its first subtag, and nothing when it is none", () => {
  expect(["fr-FR", "fr_FR", "FR", "en", " de ", "français", "", null].map(languageOf)).toEqual([
    "fr",
    "fr",
    "fr",
    "en",
    "de",
    null,
    null,
    null,
  ]);
});

test("a date is one that a work may have", () => {
  expect(dateOf("Tue, 10 Nov 2026 08:00:00 +0100")?.toISOString()).toBe("2026-11-10T07:00:00.000Z");
  for (const none of ["hier", "", null, "0000-00-00T00:00:00", "9999-12-31"])
    expect(dateOf(none), String(none)).toBeNull();
});

describe("an encoding", () => {
  const latin = (text: string) => Buffer.from(text, "latin1");

  test("is UTF-8 where it can be, whatever the site says", () => {
    expect(decodedBody(Buffer.from("été"), "text/html; charset=iso-8859-1")).toBe("été");
    expect(decodedBody(Buffer.from("\uFEFFété"), null)).toBe("été");
  });

  test("is UTF-8 too where a byte of it is broken, and is not where none is read", () => {
    const broken = Buffer.concat([Buffer.from("été à Nîmes"), Buffer.from([0xff])]);
    expect(decodedBody(broken, "text/html; charset=utf-8")).toBe("été à Nîmes\uFFFD");
    expect(decodedBody(latin("été à Nîmes"), "text/html; charset=utf-8")).toBe("été à Nîmes");
  });

  test("is else what the site says, then what the text says, then that of our countries", () => {
    expect(decodedBody(latin("été \xA4"), "text/html; charset=ISO-8859-15")).toBe("été €");
    expect(decodedBody(latin('<?xml version="1.0" encoding="ISO-8859-15"?>\xA4'), null)).toContain("€");
    expect(decodedBody(latin('<meta charset="iso-8859-15">\xA4'), null)).toContain("€");
    expect(decodedBody(latin("l\x92été"), "text/html; charset=inconnu")).toBe("l’été");
    expect(decodedBody(Buffer.from("\uFEFFété", "utf16le"), null)).toBe("été");
  });
});
