import type { Element } from "domhandler";
import { canonicalAddress } from "#lib/crawl/address";
import { CrawlError, type FoundPage } from "#lib/crawl/schema";
import { authorOf, dateOf, firstSentences, languageOf, plainText, titleOf } from "#lib/crawl/text";
import { childrenOf, parseXml, rootOf, textIn } from "#lib/crawl/xml";

/** The page of an entry: RSS writes its address, Atom links to it among others. */
function addressIn(entry: Element): string | null {
  const links = childrenOf(entry, "link");
  const page = links.find(({ attribs }) => attribs.href && (attribs.rel ?? "alternate") === "alternate");
  const guid = childrenOf(entry, "guid").find(({ attribs }) => attribs.ispermalink !== "false");
  return page?.attribs.href ?? textIn(entry, "link") ?? (guid ? textIn(entry, "guid") : null);
}

function authorIn(entry: Element): string | null {
  const [person] = childrenOf(entry, "author");
  const name = (person && textIn(person, "name")) ?? textIn(entry, "creator", "author");
  // RSS 2.0 writes an address before the name: it is nobody’s business here.
  return authorOf(name && (/\(([^()]+)\)/.exec(name)?.[1] ?? (name.includes("@") ? null : name)));
}

/** @returns null for what has no address or no title */
function pageOf(entry: Element, address: string, language: string | null): FoundPage | null {
  const link = addressIn(entry);
  const title = titleOf(textIn(entry, "title") ?? "");
  if (!link || !title || !URL.canParse(link, address)) return null;
  const url = new URL(link, address);
  if (!/^https?:$/.test(url.protocol)) return null;
  const publishedAt = dateOf(textIn(entry, "published", "pubdate", "date", "issued", "updated"));
  return {
    url: canonicalAddress(url.href),
    title,
    summary: firstSentences(plainText(textIn(entry, "summary", "description", "content", "encoded") ?? "")),
    author: authorIn(entry),
    publishedAt,
    modifiedAt: dateOf(textIn(entry, "updated", "modified")),
    language,
  };
}

/**
 * The pages of a feed: RSS 0.9 to 2.0, or Atom.
 * @param address its own, to which those in it may be relative
 * @throws CrawlError when it is none
 */
export function pagesOfFeed(text: string, address: string, fallback: string | null): FoundPage[] {
  const { name, root } = rootOf(parseXml(text)) ?? {};
  if (!root || !name || !["rss", "feed", "rdf"].includes(name)) throw new CrawlError("not-xml");
  const channel = childrenOf(root, "channel")[0] ?? root;
  const language = languageOf(textIn(channel, "language") ?? root.attribs["xml:lang"]) ?? fallback;
  const entries = [...childrenOf(channel, "item"), ...childrenOf(root, "item"), ...childrenOf(root, "entry")];
  return [...new Set(entries)].flatMap((entry) => pageOf(entry, address, language) ?? []);
}
