import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { SearchEntry } from "#components/site/search-entry";
import type { PageSaying } from "#lib/resources/passages/schema";
import type { FoundEntry } from "#lib/search/schema";
import type { Moment } from "#lib/webinars/schema";

const entry: FoundEntry = {
  noun: "webinar",
  slug: "seance",
  title: "Une séance",
  lead: "",
  text: "",
  extract: [],
  opens: true,
  startsAt: null,
  year: null,
};
const extract = [
  { text: "En ", marked: false },
  { text: "confiance", marked: true },
];
const none = { words: "confiance", moments: new Map<string, Moment>(), pages: new Map<string, PageSaying>() };
const drawn = (moment?: Omit<Moment, "extract">, more: Partial<FoundEntry> = {}) => {
  const moments = new Map(moment ? [["seance", { ...moment, extract }]] : []);
  return renderToStaticMarkup(<SearchEntry entry={{ ...entry, ...more }} said={{ ...none, moments }} />);
};

test("leads to the second of the replay at which a session says what was asked", () => {
  const html = drawn({ second: 754, playable: true });
  expect(html).toContain('href="/webinaires/seance?lecture=ici&amp;t=754&amp;chercher=confiance#revoir"');
  expect(html).toContain("Dit à 12\u00A0min\u00A034\u00A0s dans l’enregistrement");
});

test("leads to the passage where the replay can only be watched elsewhere, and nowhere when it is not said", () => {
  expect(drawn({ second: 754, playable: false })).toContain(
    'href="/webinaires/seance?transcription=ici&amp;chercher=confiance#transcription"',
  );
  expect(drawn()).not.toContain("Dit à");
});

test("shows what was said of it where the page of the session says nothing of it", () => {
  const moment = { second: 754, playable: true };
  const own = [{ text: "La confiance, marquée", marked: true }];
  const silent = [{ text: "Le résumé.", marked: false }];
  expect(drawn(moment, { extract: silent })).toContain("En <mark>confiance</mark>");
  expect(drawn(moment, { extract: silent })).not.toContain("Le résumé.");
  expect(drawn(moment, { extract: own })).toContain("<mark>La confiance, marquée</mark>");
  expect(drawn(undefined, { extract: silent })).toContain("Le résumé.");
});

test("leads to the page of the file that says it, for a document alone", () => {
  const page = { number: 12, href: "/fichiers/1/guide.pdf?v=abc#page=12", extract };
  const said = { ...none, pages: new Map([["guide", page]]) };
  const draw = (noun: FoundEntry["noun"]) =>
    renderToStaticMarkup(<SearchEntry entry={{ ...entry, noun, slug: "guide" }} said={said} />);
  expect(draw("resource")).toMatch(/<a href="\/fichiers\/1\/guide.pdf\?v=abc#page=12"[^>]*>Trouvé page 12<\/a>/);
  expect(draw("resource")).toContain("En <mark>confiance</mark>");
  expect(draw("need")).not.toContain("Trouvé");
});
