import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { Citation } from "#components/resources/citation";
import { ResourceFacts } from "#components/resources/resource-facts";
import { resourceJsonLd } from "#components/resources/resource-json-ld";
import { readableDuration, resourceKind } from "#components/resources/resource-kind";
import { ResourceLinks } from "#components/resources/resource-links";
import { ResourceRows } from "#components/resources/resource-rows";
import { resourceDetail } from "#tests/support/views";

const named = { slug: "note", title: "Note sur l'hybridation" };
const rich = resourceDetail({ ...named, language: "en", durationMinutes: null });
const bare = resourceDetail({
  ...named,
  type: "note",
  year: null,
  dateLabel: null,
  publisher: null,
  partners: [],
  pages: null,
  durationMinutes: null,
  needs: [],
  authors: [],
  licence: null,
  phases: [],
  sdgs: [],
  territories: [],
  links: [],
  centres: [],
});
const site = "https://portail.example";
const text = (html: string) => html.replace(/<[^>]+>/g, "").replaceAll("&#x27;", "'");

test("a kind says what is known and skips the rest", () => {
  expect(resourceKind(bare)).toBe("Note");
  expect(resourceKind(rich)).toBe("Rapport · 2018 · 26\u00A0pages");
});

test.each([
  [45, "45\u00A0min"],
  [60, "1\u00A0h"],
  [65, "1\u00A0h\u00A005"],
])("%i minutes read %s", (minutes, words) => {
  expect(readableDuration(minutes)).toBe(words);
});

test("a row of the catalogue says whether the document opens", () => {
  const row = (readable: boolean) =>
    text(renderToStaticMarkup(<ResourceRows resources={[resourceDetail({ readable })]} />));
  expect(row(true)).toContain("À lire en ligne");
  expect(row(false)).toContain("Notice seule");
});

test("a document without a link says so", () => {
  expect(text(renderToStaticMarkup(<ResourceLinks links={[]} />))).toContain(
    "À retrouver\u00A0: aucune adresse publique connue à ce jour.",
  );
});

test("a link tells its site before the click", () => {
  const html = renderToStaticMarkup(<ResourceLinks links={rich.links} />);
  expect(text(html)).toContain("ouvre un autre site");
  expect(text(html)).toContain("exemple.fr");
  expect(html).toContain('href="https://www.exemple.fr/rapport?a=1"');
});

test("facts without a value are left out, rights are always told", () => {
  const facts = text(renderToStaticMarkup(<ResourceFacts resource={bare} />));
  for (const name of ["Éditeur", "Langue", "Besoins", "Centres", "Phases"]) expect(facts).not.toContain(name);
  expect(facts).toContain("Non précisés");
  expect(text(renderToStaticMarkup(<ResourceFacts resource={rich} />))).toContain("anglais");
});

test("the collections that hold a document are led to", () => {
  const collections = [{ slug: "phare", title: "PHARE, l'étude" }];
  const facts = renderToStaticMarkup(<ResourceFacts resource={rich} collections={collections} />);
  expect(facts).toMatch(/<a href="\/collections\/phare"[^>]*>PHARE, l’étude<\/a>/);
});

test("a citation begins with who wrote, else who published, and ends with this page", () => {
  const cited = (resource: typeof rich) =>
    text(renderToStaticMarkup(<Citation resource={resource} siteUrl={site} />)).split("Pour un logiciel")[0];
  expect(cited(rich)).toBe(
    "Une autrice, Note sur l’hybridation, rapport, Le RAMEAU, décembre 2018, 26\u00A0pages. Notice\u00A0: https://portail.example/ressources/note",
  );
  expect(cited(bare)).toBe(
    "Note sur l’hybridation, note, sans date. Notice\u00A0: https://portail.example/ressources/note",
  );
});

test("search engines are told what is known only", () => {
  expect(resourceJsonLd(bare, site)).not.toHaveProperty("datePublished");
  expect(resourceJsonLd(rich, site)).toMatchObject({
    datePublished: "2018",
    about: [{ name: "Définir sa stratégie", url: "https://portail.example/besoins/definir-sa-strategie" }],
    subjectOf: [{ url: "https://www.exemple.fr/rapport?a=1" }],
  });
});
