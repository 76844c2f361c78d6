import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { ResourceFacts } from "#components/resources/resource-facts";
import { resourceJsonLd } from "#components/resources/resource-json-ld";
import { Superseded } from "#components/resources/superseded";
import { citationText } from "#lib/citations/files";
import { cslItem } from "#lib/resources/citation/rules";
import { RELATION_TYPES, relationLabels } from "#lib/resources/relations/labels";
import { type Relation, relationLines, relationsAsLines } from "#lib/resources/relations/schema";
import { resourceEdit } from "#lib/resources/schema";
import { resourceDetail } from "#tests/support/views";

const SITE = "https://portail.example";
const relation = (type: Relation["type"], side: Relation["side"], slug: string): Relation => ({
  type,
  side,
  slug,
  title: `Titre ${slug}`,
});
const tied = resourceDetail({
  relations: [
    relation("part_of", "own", "tout"),
    relation("continues", "own", "premier"),
    relation("cites", "own", "etude"),
    relation("translates", "other", "traduit"),
    relation("cites", "other", "note"),
  ],
});
const faultOf = (lines: string) => relationLines.safeParse(lines).error?.issues.map(({ message }) => message);

test("what is shown in the form is read back, whatever the case and the spaces", () => {
  const relations = RELATION_TYPES.map((type) => ({ type, address: `/ressources/${type.replace("_", "-")}` }));
  expect(relationLines.parse(relationsAsLines(relations))).toEqual(relations);
  expect(relationLines.parse("suite  DE /ressources/phare")).toEqual([
    { type: "continues", address: "/ressources/phare" },
  ]);
  expect(relationLines.parse("")).toEqual([]);
});

test.each([
  ["Imite /ressources/phare", /^«\u202FImite \/ressources\/phare\u202F».*commencez par/],
  ["Suite de /besoins/phare", /finissez par l’adresse d’une ressource/],
  ["/ressources/phare", /commencez par/],
  ["Cite /ressources/a\nCite /ressources/a", /deux fois/],
])("%s is told in words", (lines, message) => {
  expect(faultOf(lines)?.join(" ")).toMatch(message);
  expect(faultOf(lines)).toHaveLength(1);
});

test("a document is not tied to itself", () => {
  const fault = (slug: string) =>
    resourceEdit
      .safeParse({ slug, title: "Titre", type: "guide", relations: "Cite /ressources/phare" })
      .error?.issues.some(({ path, code }) => path[0] === "relations" && code === "custom");
  const form = {
    title: "Titre",
    type: "guide",
    summary: "Pour qui.",
    language: "fr",
    audiences: ["company"],
    source: "Les tests",
    confidence: "documented",
    relations: "Cite /ressources/phare",
  };
  expect(resourceEdit.safeParse({ ...form, slug: "autre" }).error?.issues).toBeUndefined();
  expect(resourceEdit.safeParse({ ...form, slug: "phare" }).error?.issues).toMatchObject([
    { path: ["relations"], message: "Un document n’est pas lié à lui-même." },
  ]);
  expect(fault("autre")).toBe(false);
});

test("each side says its own words, and leads to the other", () => {
  const html = renderToStaticMarkup(<ResourceFacts resource={tied} />);
  const told = html.replace(/<[^>]+>/g, "|");
  for (const words of ["Suite de", "Fait partie de", "A pour traduction", "Cité par"]) expect(told).toContain(words);
  expect(told).not.toContain("Remplace");
  expect(html).toContain('href="/ressources/note"');
  const all = RELATION_TYPES.flatMap((type) => Object.values(relationLabels[type]));
  expect(new Set(all).size).toBe(2 * RELATION_TYPES.length);
});

test("a document that was replaced leads to what stands in for it", () => {
  const drawn = (...relations: Relation[]) => renderToStaticMarkup(<Superseded relations={relations} />);
  expect(drawn(relation("replaces", "other", "neuf"))).toContain('<a href="/ressources/neuf">Titre neuf</a>');
  expect(drawn(relation("replaces", "own", "ancien"), relation("cites", "other", "note"))).toBe("");
});

test("search engines read the ties that schema.org has a word for", () => {
  expect(resourceJsonLd(tied, SITE)).toMatchObject({
    isPartOf: [{ "@type": "CreativeWork", name: "Titre tout", url: `${SITE}/ressources/tout` }],
    mentions: [{ url: `${SITE}/ressources/premier` }],
    citation: [{ url: `${SITE}/ressources/etude` }],
    workTranslation: [{ url: `${SITE}/ressources/traduit` }],
  });
  expect(JSON.stringify(resourceJsonLd(tied, SITE))).not.toContain("/ressources/note");
});

test("citations name what a document is part of, and note the other ties that it says", async () => {
  const item = cslItem(tied, `${SITE}/ressources/rapport`);
  expect(item).toMatchObject({
    "container-title": "Titre tout",
    note: "Suite de\u00A0: Titre premier. Cite\u00A0: Titre etude. Fait partie de\u00A0: Titre tout.",
  });
  const ris = await citationText(item, "ris");
  expect(ris).toMatch(
    /\nN1 {2}- Suite de\u00A0: Titre premier\. Cite\u00A0: Titre etude\. Fait partie de\u00A0: Titre tout\.\n/,
  );
  expect(cslItem(resourceDetail({ relations: [relation("translates", "own", "vo")] }), SITE)).toHaveProperty(
    "original-title",
    "Titre vo",
  );
  const untied = cslItem(resourceDetail({ relations: [relation("cites", "other", "note")] }), SITE);
  for (const name of ["container-title", "original-title", "note"]) expect(untied).not.toHaveProperty(name);
});
