import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { Citation } from "#components/resources/citation";
import { ResourceFacts } from "#components/resources/resource-facts";
import { ResourceLinks } from "#components/resources/resource-links";
import { citationText } from "#lib/citations/files";
import { coins, cslItem, highwireTags } from "#lib/resources/citation/rules";
import { documentsAsLines } from "#lib/resources/links/schema";
import { resourceEdit } from "#lib/resources/schema";
import { resourceDetail } from "#tests/support/views";

const site = "https://portail.example";
const page = `${site}/ressources/rapport`;
const title = "L’évaluation {partenariale} & ses 100 % d’élus";
const rich = resourceDetail({ title, authors: ["Ada Martin", "Le RAMEAU"] });
const bare = resourceDetail({ authors: [], publisher: null, year: null, pages: null, links: [] });

test("RIS has a type, one author a line, and an end", async () => {
  const lines = (await citationText(cslItem(rich, page), "ris")).trimEnd().split("\n");
  expect(lines[0]).toBe("TY  - RPRT");
  expect(lines.filter((line) => line.startsWith("AU  - "))).toEqual(["AU  - Ada Martin", "AU  - Le RAMEAU"]);
  expect(lines).toEqual(expect.arrayContaining([`TI  - ${title}`, "PY  - 2018", "PB  - Le RAMEAU", "LA  - fr"]));
  expect(lines.at(-1)?.trim()).toBe("ER  -");
  for (const line of lines) expect(line).toMatch(/^[A-Z][A-Z0-9] {2}- ?/);
});

test("RIS cuts no title and no summary, however long", async () => {
  const long = `${"Les alliances entre mondes différents, ".repeat(5)}fin`;
  const file = await citationText(cslItem({ ...rich, title: long, summary: long }, page), "ris");
  expect(file).toContain(`\nTI  - ${long}\n`);
  expect(file).toContain(`\nAB  - ${long}\n`);
});

test("BibTeX keeps letters and braces out of LaTeX’s way", async () => {
  const entry = await citationText(cslItem(rich, page), "bibtex");
  expect(entry).toMatch(/^@techreport\{/);
  expect(entry).toContain("\\textbraceleft{}partenariale\\textbraceright{} \\& ses 100");
  expect(entry).toContain("institution = {Le RAMEAU}");
  expect(entry.match(/(?<!\\)\{/g)?.length).toBe(entry.match(/(?<!\\)\}/g)?.length);
});

test("CSL-JSON says what is known, and nothing of what is not", () => {
  expect(cslItem(rich, page)).toEqual({
    id: "rapport",
    type: "report",
    title,
    author: [{ literal: "Ada Martin" }, { literal: "Le RAMEAU" }],
    publisher: "Le RAMEAU",
    issued: { "date-parts": [[2018]] },
    language: "fr",
    "number-of-pages": "26",
    note: "Suite de\u00A0: Premier rapport.",
    abstract: "Pour les dirigeants.",
    URL: "https://www.exemple.fr/rapport?a=1",
  });
  const item = cslItem(bare, page);
  for (const name of ["author", "publisher", "issued", "number-of-pages"]) expect(item).not.toHaveProperty(name);
  expect(item.URL).toBe("https://portail.example/ressources/rapport");
});

test("the tags of Highwire name what is cited, one author each, and a PDF only where there is one", () => {
  expect(highwireTags(rich, page)).toEqual({
    citation_title: title,
    citation_author: ["Ada Martin", "Le RAMEAU"],
    citation_publication_date: "2018",
    citation_technical_report_institution: "Le RAMEAU",
    citation_language: "fr",
    citation_abstract_html_url: "https://portail.example/ressources/rapport",
    citation_pdf_url: "https://www.exemple.fr/rapport?a=1",
  });
  expect(Object.keys(highwireTags(bare, page))).toEqual([
    "citation_title",
    "citation_language",
    "citation_abstract_html_url",
  ]);
  const [link] = rich.links;
  if (!link) throw new Error("no link");
  const at = (url: string, format: string | null) =>
    highwireTags({ ...rich, links: [{ ...link, url, format }] }, page).citation_pdf_url;
  expect(at("https://exemple.fr/A.PDF?v=2", null)).toBe("https://exemple.fr/A.PDF?v=2");
  expect(at("https://exemple.fr/pdf", "page web")).toBeUndefined();
  expect(highwireTags({ ...rich, type: "book" }, page)).toMatchObject({ citation_publisher: "Le RAMEAU" });
});

test("COinS is a context object of a report, a book or a document, with spaces that every reader undoes", () => {
  const read = (resource: typeof rich) => new URLSearchParams(coins(resource, page));
  expect(coins(rich, page)).not.toContain("+");
  expect(Object.fromEntries(read(rich))).toMatchObject({
    ctx_ver: "Z39.88-2004",
    rft_val_fmt: "info:ofi/fmt:kev:mtx:book",
    "rft.genre": "report",
    "rft.btitle": title,
    "rft.pub": "Le RAMEAU",
    "rft.date": "2018",
    "rft.tpages": "26",
    rft_id: "https://www.exemple.fr/rapport?a=1",
  });
  expect(read(rich).getAll("rft.au")).toEqual(["Ada Martin", "Le RAMEAU"]);
  expect(Object.fromEntries(read({ ...bare, type: "kit" }))).toMatchObject({
    "rft.genre": "document",
    "rft.title": bare.title,
  });
  expect(read(bare).has("rft.pub")).toBe(false);
});

test("the page offers the three files, and its context object is in a span that Zotero looks for", () => {
  const html = renderToStaticMarkup(<Citation resource={rich} siteUrl={site} />);
  for (const file of ["citation.ris", "citation.bib", "citation.json"])
    expect(html).toContain(`href="/ressources/rapport/${file}"`);
  expect(html).toMatch(/<span class="Z3988" title="ctx_ver=Z39\.88-2004&amp;/);
});

const links = (lines: string) => resourceEdit.shape.links.safeParse(lines);

test("what is known of a link stands behind it, in any order, and reads back as it was typed", () => {
  const read = links(
    "https://exemple.fr/a.pdf Lire, tout | 2026-11-20 | en | 2,4 Mo | PDF\nhttps://exemple.fr/ Voir | 850 ko",
  ).data;
  expect(read).toEqual([
    {
      url: "https://exemple.fr/a.pdf",
      label: "Lire, tout",
      format: "PDF",
      bytes: 2_400_000,
      language: "en",
      checkedOn: new Date("2026-11-20"),
    },
    { url: "https://exemple.fr/", label: "Voir", format: null, bytes: 850_000, language: null, checkedOn: null },
  ]);
  const typed = documentsAsLines(read ?? []);
  expect(typed).toBe(
    "https://exemple.fr/a.pdf Lire, tout | PDF | 2,4 Mo | en | 2026-11-20\nhttps://exemple.fr/ Voir | 850 Ko",
  );
  expect(links(typed).data).toEqual(read);
});

test.each([
  ["https://exemple.fr/a Lire | PDF | EPUB", "une fois chacun"],
  ["https://exemple.fr/a Lire | 2026-02-31", "une fois chacun"],
  ["https://exemple.fr/a | PDF", "l’intitulé du lien"],
  ["https://exemple.fr/a Un\nhttps://exemple.fr/a Deux | PDF", "deux fois"],
])("%j is refused in words", (lines, words) => {
  expect(links(lines).error?.issues[0]?.message).toContain(words);
});

test("before the click one knows the site, the format, the weight, the language and when it was checked", () => {
  const html = renderToStaticMarkup(<ResourceLinks links={rich.links} />);
  expect(html).toContain("exemple.fr · PDF · 2,4\u00A0Mo · anglais · vérifié le 20 novembre 2026");
});

test("what was read of a document is told, and how long reading takes", () => {
  const facts = (resource: typeof rich) => renderToStaticMarkup(<ResourceFacts resource={resource} />);
  expect(facts(resourceDetail({ confidence: "unread" }))).toContain("Nous n’avons pas lu le document");
  expect(facts(rich)).toContain("d’après les sources citées");
  expect(facts(rich)).toContain("environ 55\u00A0min");
  expect(facts(bare)).not.toContain("environ");
});
