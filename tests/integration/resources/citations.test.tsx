import { renderToStaticMarkup } from "react-dom/server";
import { beforeEach, expect, test } from "vitest";
import { Citation } from "#components/resources/citation";
import { citationText } from "#lib/citations/files";
import { seedContent } from "#lib/content/seed";
import { db } from "#lib/platform/db";
import { visibleAt } from "#lib/publication/rules";
import { coins, cslItem, highwireTags } from "#lib/resources/citation/rules";
import { findResource } from "#lib/resources/queries";
import type { ResourceDetail } from "#lib/resources/schema";
import { ResourceType } from "#prisma/enums";
import { AT } from "#tests/support/clock";
import { resourceDetail } from "#tests/support/views";

const SITE = "https://portail.example";
const pageOf = ({ slug }: { slug: string }) => `${SITE}/ressources/${slug}`;

/** A year, a month, a day, with slashes: what Google Scholar asks of these tags. */
const DATE = /^\d{4}(\/\d{2}(\/\d{2})?)?$/;
const LANGUAGE = /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/;
const HIGHWIRE = [
  "citation_title",
  "citation_author",
  "citation_publication_date",
  "citation_publisher",
  "citation_technical_report_institution",
  "citation_language",
  "citation_abstract_html_url",
  "citation_pdf_url",
];

/** Of the format of books in the key/encoded-value matrix of Z39.88-2004, with what frames every context object. */
const GENRES = ["book", "bookitem", "conference", "proceeding", "report", "document", "unknown"];
const KEYS = [
  "au",
  "aucorp",
  "btitle",
  "title",
  "place",
  "pub",
  "date",
  "edition",
  "tpages",
  "series",
  "isbn",
  "genre",
];
const FRAME = ["ctx_ver", "rft_val_fmt", "rfr_id", "rft_id"];
const ONCE = [...FRAME, "rft.genre", "rft.date", "rft.pub", "rft.tpages"];

type Said = {
  title: string;
  authors: string[];
  publisher: string | null;
  year: string | null;
  language?: string | null;
};

const listed = (value: string | string[] | undefined): string[] => [value ?? []].flat();
const stated = ({ title, authors, publisher, year, language }: ResourceDetail): Said => ({
  title,
  authors,
  publisher,
  year: year ? String(year) : null,
  language,
});

function readHighwire(resource: ResourceDetail): Said {
  const tags = highwireTags(resource, pageOf(resource));
  expect(Object.keys(tags).filter((name) => !HIGHWIRE.includes(name))).toEqual([]);
  const [title, ...others] = listed(tags.citation_title);
  expect(others).toEqual([]);
  const [date = null] = listed(tags.citation_publication_date);
  if (date !== null) expect(date).toMatch(DATE);
  const [language = ""] = listed(tags.citation_language);
  expect(language).toMatch(LANGUAGE);
  const [publisher = null, second] = [
    ...listed(tags.citation_publisher),
    ...listed(tags.citation_technical_report_institution),
  ];
  expect(second).toBeUndefined();
  for (const url of [...listed(tags.citation_pdf_url), ...listed(tags.citation_abstract_html_url)])
    expect(new URL(url).protocol).toMatch(/^https?:$/);
  const pdfs = listed(tags.citation_pdf_url);
  const addresses = resource.links.map(({ url }) => new URL(url, SITE).href);
  expect(pdfs.filter((url) => !addresses.includes(url))).toEqual([]);
  for (const value of Object.values(tags).flatMap(listed)) expect(value.trim()).not.toBe("");
  return {
    title: title ?? "",
    authors: listed(tags.citation_author),
    publisher,
    year: date?.slice(0, 4) ?? null,
    language,
  };
}

function readCoins(resource: ResourceDetail): Said {
  const written = coins(resource, pageOf(resource));
  const html = renderToStaticMarkup(<Citation resource={resource} siteUrl={SITE} />);
  const [, title = ""] = /<span class="Z3988" title="([^"]*)"><\/span>/.exec(html) ?? [];
  expect(title.replaceAll("&amp;", "&").replaceAll("&#x27;", "'")).toBe(written);
  const read = new URLSearchParams(written);
  expect([...read.keys()].filter((key) => !FRAME.includes(key) && !KEYS.includes(key.replace(/^rft\./, "")))).toEqual(
    [],
  );
  for (const key of ONCE) expect(read.getAll(key).length, key).toBeLessThanOrEqual(1);
  expect(read.get("ctx_ver")).toBe("Z39.88-2004");
  expect(read.get("rft_val_fmt")).toBe("info:ofi/fmt:kev:mtx:book");
  expect(GENRES).toContain(read.get("rft.genre"));
  expect(read.get("rfr_id")).toMatch(/^info:sid\/\S+$/);
  expect(URL.canParse(read.get("rft_id") ?? "")).toBe(true);
  const titles = [...read.getAll("rft.btitle"), ...read.getAll("rft.title")];
  expect(titles).toHaveLength(1);
  return {
    title: titles[0] ?? "",
    authors: read.getAll("rft.au"),
    publisher: read.get("rft.pub"),
    year: read.get("rft.date"),
  };
}

async function readRis(resource: ResourceDetail): Promise<Said> {
  const text = await citationText(cslItem(resource, pageOf(resource)), "ris");
  const fields = text
    .trimEnd()
    .split("\n")
    .map((line) => [line.slice(0, 2), line.slice(6)] as const);
  const valuesOf = (...names: string[]) => fields.flatMap(([name, value]) => (names.includes(name) ? [value] : []));
  expect([fields[0]?.[0], fields.at(-1)?.[0]]).toEqual(["TY", "ER"]);
  const [title = "", publisher = null, year = null, language = null] = [
    valuesOf("TI")[0],
    valuesOf("PB")[0],
    valuesOf("PY")[0]?.slice(0, 4),
    valuesOf("LA")[0],
  ];
  return { title, authors: valuesOf("AU"), publisher, year, language };
}

function readCsl(resource: ResourceDetail): Said {
  const { title, author = [], publisher = null, issued, language } = cslItem(resource, pageOf(resource));
  const [[year] = []] = issued?.["date-parts"] ?? [];
  return {
    title,
    authors: author.map(({ literal }) => literal),
    publisher,
    year: year ? String(year) : null,
    language,
  };
}

/** What is said, whatever the language is said by. */
const withoutLanguage = ({ language: _, ...said }: Said) => said;

async function expectSame(resource: ResourceDetail): Promise<void> {
  const known = stated(resource);
  expect(readHighwire(resource), resource.slug).toEqual(known);
  expect(readCsl(resource), resource.slug).toEqual(known);
  expect(await readRis(resource), resource.slug).toEqual(known);
  expect(readCoins(resource), resource.slug).toEqual(withoutLanguage(known));
}

beforeEach(() => seedContent(AT));

test("a document of each seeded nature tells reference managers the same in its tags, its context object and its files", {
  timeout: 60_000,
}, async () => {
  const rows = await db.resource.findMany({ where: visibleAt(AT), select: { slug: true, type: true } });
  expect(new Set(rows.map(({ type }) => type)).size).toBeGreaterThan(8);
  for (const { slug } of rows) {
    const resource = await findResource(slug, AT);
    if (!resource) throw new Error(`${slug} is not there`);
    await expectSame(resource);
  }
});

test("so does a work of any nature", async () => {
  for (const type of Object.values(ResourceType)) await expectSame(resourceDetail({ type }));
});

test("so does a work whose words are those of addresses, of pages and of formats", async () => {
  await expectSame(
    resourceDetail({
      title: "A+B & C = 100 % d’« élus » <em>; #1?\u202F/",
      authors: ["D’Arc, Jeanne", "Ville & Métropole", "Ville & Métropole"],
      publisher: "R&D + Cie",
    }),
  );
  await expectSame(resourceDetail({ authors: [], publisher: null, year: null, pages: null, links: [] }));
});
