import type { CslItem } from "#lib/resources/citation/schema";
import { RELATION_TYPES, relationLabels } from "#lib/resources/relations/labels";
import type { ResourceDetail } from "#lib/resources/schema";
import type { RelationType, ResourceType } from "#prisma/enums";

/** Types of CSL 1.0.2, among those of which each format keeps the authors and the publisher: an article of no review, a film lose them. */
const CSL_TYPES = {
  reference_framework: "report",
  white_paper: "report",
  guide: "report",
  study: "report",
  report: "report",
  note: "report",
  book: "book",
  kit: "document",
  sheet: "document",
  self_assessment: "document",
  slides: "speech",
  replay: "speech",
  testimony: "interview",
  mooc: "document",
  article: "document",
  proceedings: "book",
  journal_issue: "book",
} as const satisfies Record<ResourceType, string>;

/** Genres of a book in the key/encoded-value format of OpenURL; what is none is a document. */
const GENRES: Readonly<Record<string, string>> = { book: "book", report: "report" };

type Cited = Pick<
  ResourceDetail,
  | "slug"
  | "title"
  | "type"
  | "authors"
  | "publisher"
  | "year"
  | "language"
  | "pages"
  | "summary"
  | "links"
  | "relations"
>;

/** An address of the portal, whole, from that of one of its pages. */
const whole = (url: string, page: string) => (url.startsWith("/") ? new URL(url, page).href : url);
/** Where it is read, else what we say of it. */
const addressOf = ({ links: [link] }: Cited, page: string): string => whole(link?.url ?? page, page);

const ownTitles = ({ relations }: Cited, type: RelationType): string[] =>
  relations.filter((relation) => relation.side === "own" && relation.type === type).map(({ title }) => title);

const first = <Name extends string>(name: Name, [value]: readonly string[]) => (value ? { [name]: value } : {});

/** Every tie that it says, since few formats have a variable for one. */
const noteOf = (resource: Cited): string =>
  RELATION_TYPES.flatMap((type) =>
    ownTitles(resource, type).map((title) => `${relationLabels[type].own}\u00A0: ${title}.`),
  ).join(" ");

/** @param page the complete address of its notice; names stand as they are known: nobody here can tell a first name from a last one. */
export const cslItem = (resource: Cited, page: string): CslItem => ({
  id: resource.slug,
  type: CSL_TYPES[resource.type],
  title: resource.title,
  ...(resource.authors.length > 0 && { author: resource.authors.map((literal) => ({ literal })) }),
  ...(resource.publisher && { publisher: resource.publisher }),
  ...(resource.year && { issued: { "date-parts": [[resource.year]] } }),
  language: resource.language,
  ...(resource.pages && { "number-of-pages": String(resource.pages) }),
  ...first("container-title", ownTitles(resource, "part_of")),
  ...first("original-title", ownTitles(resource, "translates")),
  ...first("note", [noteOf(resource)]),
  abstract: resource.summary,
  URL: addressOf(resource, page),
});

const isPdf = ({ format, url }: Cited["links"][number]) =>
  format?.toLowerCase() === "pdf" || (URL.canParse(url) && new URL(url).pathname.toLowerCase().endsWith(".pdf"));

/** The Highwire tags that Zotero and Google Scholar read; nothing that is not known. */
export function highwireTags(resource: Cited, page: string): Record<string, string | string[]> {
  const { title, type, authors, publisher, year, language, links } = resource;
  const publisherTag = CSL_TYPES[type] === "report" ? "citation_technical_report_institution" : "citation_publisher";
  const pdf = links.find(isPdf);
  return {
    citation_title: title,
    ...(authors.length > 0 && { citation_author: authors }),
    ...(year && { citation_publication_date: String(year) }),
    ...(publisher && { [publisherTag]: publisher }),
    citation_language: language,
    citation_abstract_html_url: page,
    ...(pdf && { citation_pdf_url: whole(pdf.url, page) }),
  };
}

/** A context object of OpenURL (Z39.88-2004), as the title of a span of class Z3988. */
export function coins(resource: Cited, page: string): string {
  const { title, type, authors, publisher, year, pages } = resource;
  const pairs: [string, string | number | null][] = [
    ["ctx_ver", "Z39.88-2004"],
    ["rft_val_fmt", "info:ofi/fmt:kev:mtx:book"],
    ["rfr_id", `info:sid/${new URL(page).host}`],
    ["rft.genre", GENRES[CSL_TYPES[type]] ?? "document"],
    [GENRES[CSL_TYPES[type]] ? "rft.btitle" : "rft.title", title],
    ...authors.map((name): [string, string] => ["rft.au", name]),
    ["rft.pub", publisher],
    ["rft.date", year],
    ["rft.tpages", pages],
    ["rft_id", addressOf(resource, page)],
  ];
  return pairs.flatMap(([key, value]) => (value ? [`${key}=${encodeURIComponent(value)}`] : [])).join("&");
}
