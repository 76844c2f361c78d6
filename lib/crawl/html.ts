import type { Element } from "domhandler";
import { DomUtils, parseDocument } from "htmlparser2";
import { canonicalAddress, isSameSite } from "#lib/crawl/address";
import type { FoundPage } from "#lib/crawl/schema";
import { authorOf, dateOf, firstSentences, languageOf, plainText, titleOf } from "#lib/crawl/text";

type Head = {
  meta: (...names: string[]) => string | null;
  links: (test: (attributes: Record<string, string>) => boolean) => string[];
  title: string;
  language: string | null;
  firstParagraph: string;
};

const PARAGRAPH_LENGTH = 60;

/** What a page says of itself. @param url its own, to which its links may be relative */
export function headOf(text: string, url: string): Head {
  const document = parseDocument(text);
  const all = (name: string): Element[] => DomUtils.getElementsByTagName(name, document.children);
  const metas = all("meta");
  return {
    meta: (...names) =>
      names
        .map((name) => metas.find(({ attribs }) => (attribs.property ?? attribs.name)?.toLowerCase() === name))
        .find((meta) => meta?.attribs.content?.trim())?.attribs.content ?? null,
    links: (test) =>
      all("link").flatMap(({ attribs }) =>
        attribs.href && URL.canParse(attribs.href, url) && test(attribs) ? [new URL(attribs.href, url).href] : [],
      ),
    title: DomUtils.textContent(all("title")),
    language: languageOf(all("html")[0]?.attribs.lang),
    firstParagraph:
      all("p")
        .map((paragraph) => plainText(DomUtils.getOuterHTML(paragraph)))
        .find((words) => words.length >= PARAGRAPH_LENGTH) ?? "",
  };
}

/** @returns null for what asks not to be listed, and for what has no title */
export function pageOfHtml(text: string, url: string, modifiedAt: Date | null): FoundPage | null {
  const { meta, links, ...head } = headOf(text, url);
  const title = titleOf(meta("og:title") ?? head.title);
  if (!title || /\bnoindex\b/i.test(meta("robots") ?? "")) return null;
  const [canonical] = links(({ rel }) => rel === "canonical");
  return {
    url: canonicalAddress(canonical && isSameSite(canonical, url) ? canonical : url),
    title,
    summary: firstSentences(plainText(meta("description", "og:description") ?? "") || head.firstParagraph),
    author: authorOf(meta("author", "article:author")),
    publishedAt: dateOf(meta("article:published_time", "date", "dc.date", "dcterms.date")),
    modifiedAt: dateOf(meta("article:modified_time")) ?? modifiedAt,
    language: head.language,
  };
}
