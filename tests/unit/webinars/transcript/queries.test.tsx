import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { Replay } from "#components/webinars/replay";
import { replayQuery } from "#lib/webinars/replay/schema";
import { momentOf, readTranscript } from "#lib/webinars/transcript/queries";

const FILLER = "Rien de ce qui est cherché. ".repeat(120);
const PHRASES = { synonyms: [["mécénat de compétences", "prêt de salariés"]] };
const webinar = { slug: "seance", title: "Évaluer", durationMinutes: 60 };

function page(transcript: string, search: Record<string, string> = {}, url = "https://youtu.be/abcDEF_-123") {
  const asked = replayQuery.parse(search);
  return renderToStaticMarkup(
    <Replay url={url} webinar={webinar} asked={asked} transcript={readTranscript(transcript, asked.words, PHRASES)} />,
  );
}

describe("the moment of some words", () => {
  const SAID =
    "[00:10] Un don.\n\n[12:34] Un prêt de salariés, en confiance.\n\n[20:00] Le mécénat, la confiance et le prêt.\n\nEt après.";

  test.each([
    ["confiance", 754],
    ["dons", 10],
    ["conf", 754],
    ["con", null],
    ["mécénat confiance", 1200],
    ["mécénat de compétences", 754],
    ["et après", null],
    ["rien", null],
  ])("« %s » is said at %s", (words, second) => {
    expect(momentOf(SAID, words, PHRASES)?.second ?? null).toBe(second);
  });

  test("is told by its own words, those asked marked with their accents, and what surrounds them", () => {
    const before = "Ce qui précède est long. ".repeat(20);
    const told = momentOf(
      `[10:00] ${before}C’est un **prêt de salariés**, en confiance. ${before}`,
      "confiance mécénat de compétences",
      PHRASES,
    );
    const shown = told?.extract.map(({ text, marked }) => (marked ? `[${text}]` : text)).join("") ?? "";
    expect(shown).toMatch(/^… est long\. .*C’est un \[prêt de salariés\], en \[confiance\]\. Ce qui/);
    expect(shown.split(" ").length).toBeLessThan(40);
    expect(shown).toMatch(/ …$/);
  });
});

describe("a transcript with times", () => {
  const SAID = "[00:00:04] **Ada :** Bonjour.\n\n## Les questions\n\n[12:34] Combien ?\n[12:40] Peu.";

  test("leads from each passage to its second of the replay", () => {
    const html = page(SAID);
    expect(html).toMatch(/<p id="t-4"[^>]*><a href="\/webinaires\/seance\?lecture=ici&amp;t=4#revoir"/);
    expect(html).toMatch(/<p id="t-754"[^>]*><a href="\/webinaires\/seance\?lecture=ici&amp;t=754#revoir"/);
    expect(html).toContain(
      'Regarder à </span><time dateTime="PT754S">12\u00A0min\u00A034\u00A0s</time></a> Combien\u202F?</p>',
    );
    expect(html).toMatch(/<p id="t-760"/);
    expect(html).toContain("<strong>Ada\u00A0:</strong> Bonjour.");
    expect(html).toContain("<h2>Les questions</h2>");
    expect(html).not.toMatch(/\[\d+:/);
  });

  test("only says the time of a replay that is watched elsewhere", () => {
    const html = page(SAID, {}, "https://tube.example/w/1");
    expect(html).toContain('<time dateTime="PT754S">');
    expect(html).not.toContain("lecture=ici");
  });

  test("tells passages of the same second apart", () => {
    const html = page("[0:04] Un.\n\n[0:04] Deux.\n\n[0:04] Trois.");
    expect([...html.matchAll(/<p id="([^"]+)"/g)].map(([, id]) => id)).toEqual(["t-4", "t-4-suite", "t-4-suite-suite"]);
    expect(html.match(/t=4#/g)).toHaveLength(3);
  });

  test.each(["[12] Une note", "[00:61:00] Trop de minutes", "[12:34](https://exemple.fr) Un lien"])(
    "takes %j for what it is",
    (paragraph) => expect(page(paragraph)).not.toMatch(/<time|id="t-/),
  );

  test("begins the player there, leads back, and stays open", () => {
    const html = page(SAID, { lecture: "ici", t: "754" });
    expect(html).toContain('<iframe src="https://www.youtube-nocookie.com/embed/abcDEF_-123?start=754"');
    expect(html).toContain("La vidéo commence à 12\u00A0min\u00A034\u00A0s.");
    expect(html).toContain('href="#t-754"');
    expect(html).toContain('<details open="">');
    expect(page(SAID, { lecture: "ici", t: "99" })).not.toContain('href="#t-');
  });

  test.each(["-1", "1.5", "abc", "123456", ""])("ignores the second %j", (t) => {
    const html = page(SAID, { lecture: "ici", t });
    expect(html).toContain('embed/abcDEF_-123"');
    expect(html).not.toContain("La vidéo commence");
  });
});

test("a transcript without times is as it was: folded, with nothing added", () => {
  const html = page("Bonjour à **tous**.\n\n- un\n- deux\n\n<script>alert(1)</script>");
  expect(html).toContain("<p>Bonjour à <strong>tous</strong>.</p>");
  expect(html).toContain("<details><summary");
  expect(html).not.toMatch(/<script|<search|<time|id="t-/);
});

describe("the search in a transcript", () => {
  const SAID = `[0:04] Bonjour.\n\n${FILLER}\n\n[12:34] Le Mécénat de compétences, et l’**élu·e** des co-constructions.\n\n[20:00] Un mécénat, encore. <b>Rien</b>`;
  const search = (chercher: string, more: Record<string, string> = {}) => page(SAID, { chercher, ...more });
  const marks = (html: string) => [...html.matchAll(/<mark[^>]*>(.*?)<\/mark>/g)].map(([, word]) => word);

  test("is offered where it helps", () => {
    expect(page(SAID)).toContain("Chercher dans la transcription");
    expect(page("[0:04] Bonjour.")).not.toContain("Chercher dans la transcription");
    expect(page("[0:04] Bonjour.", { chercher: "merci" })).toContain("Bonjour.");
  });

  test("shows how many passages say it, marks the words, leads to their second and keeps them there", () => {
    const html = search("mecenat");
    expect(html).toContain("2\u00A0passages pour «\u202Fmecenat\u202F».");
    expect(marks(html)).toEqual(["Mécénat", "mécénat"]);
    expect(html).toContain('href="/webinaires/seance?lecture=ici&amp;t=754&amp;chercher=mecenat#revoir"');
    expect(html).not.toContain("Bonjour");
    expect(html).toContain('<details open="">');
    expect(html).toContain('value="mecenat"');
    expect(html).toContain('href="/webinaires/seance?transcription=ici#transcription"');
  });

  test.each([
    ["MÉCÉNATS", ["Mécénat", "mécénat"]],
    ["coconstruction", ["co-constructions"]],
    ["co-construction", ["co-constructions"]],
    ["construction", ["co-constructions"]],
    ["compé", ["compétences"]],
    ["mécénat de compétences", ["Mécénat de compétences"]],
    ["mécénat de compétences compétence", ["Mécénat de compétences"]],
    ["l'élu", ["élu"]],
    ["compétence mécénat", ["Mécénat", "compétences"]],
  ])("%s finds %j", (words, found) => {
    expect(marks(search(words))).toEqual(found);
  });

  test.each(["fondation", "mécénat fondation", "de la", "rie", "12", "min", "<b>", "***"])(
    "%s finds nothing, and says so",
    (words) => {
      const html = search(words);
      expect(html).toContain("Aucun passage pour");
      expect(marks(html)).toEqual([]);
      expect(html).toContain("Tout afficher");
    },
  );

  test("of a phrase does not take its beginning, at the end of a passage, for the whole", () => {
    const html = page(`${FILLER}\n\n[20:00] Parlons de mécénat`, { chercher: "mécénat de compétences" });
    expect(html).toContain("Aucun passage pour");
  });

  test("keeps the player where it is", () => {
    const html = search("mecenat", { lecture: "ici", t: "754" });
    expect(html).toContain("<iframe");
    expect(html).toContain(
      '<input type="hidden" name="lecture" value="ici"/><input type="hidden" name="t" value="754"/>',
    );
  });

  test("of nothing shows everything, unfolded", () => {
    const html = search(" ");
    expect(html).toContain("Bonjour");
    expect(html).toContain('<details open="">');
    expect(html).not.toContain("Tout afficher");
  });
});
