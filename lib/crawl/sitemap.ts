import { promisify } from "node:util";
import { gunzip } from "node:zlib";
import { addressKey, isSameSite } from "#lib/crawl/address";
import { pageOfHtml } from "#lib/crawl/html";
import { CrawlError, type FoundPage } from "#lib/crawl/schema";
import { dateOf, decodedBody } from "#lib/crawl/text";
import type { Answer, Visitor } from "#lib/crawl/visitor";
import { childrenOf, parseXml, rootOf, textIn } from "#lib/crawl/xml";

type Listed = { url: string; modifiedAt: Date | null };

const MAX_MAPS = 50;
/** Maps of lists of pages, which say nothing of their own. */
const OF_LISTS = /taxonom|categor|\btags?\b|author|users/i;
/** In one passage; the rest comes with the next one. */
const MAX_PAGES = 300;
const MAX_BYTES = 50_000_000;
const unzip = promisify(gunzip);

async function xmlOf({ body, text }: Answer): Promise<string> {
  if (body[0] !== 0x1f || body[1] !== 0x8b) return text;
  try {
    return decodedBody(await unzip(body, { maxOutputLength: MAX_BYTES }), null);
  } catch (error) {
    const isBomb = error instanceof RangeError;
    throw new CrawlError(isBomb ? "too-large" : "broken");
  }
}

/** @throws CrawlError when it is no map of a site */
export async function readMap(answer: Answer): Promise<{ maps: string[]; pages: Listed[] }> {
  const { name, root } = rootOf(parseXml(await xmlOf(answer))) ?? {};
  if (!root || (name !== "urlset" && name !== "sitemapindex")) throw new CrawlError("not-xml");
  const listed = (child: string) =>
    childrenOf(root, child).flatMap((one) => {
      const url = textIn(one, "loc");
      const isOurs = url && /^https?:/i.test(url) && isSameSite(url, answer.url);
      return isOurs ? [{ url, modifiedAt: dateOf(textIn(one, "lastmod")) }] : [];
    });
  return { maps: listed("sitemap").map(({ url }) => url), pages: listed("url") };
}

/** Every page of a map, and of the maps that it names; one of these that cannot be read is left out. */
async function listedPages(visitor: Visitor, first: Answer): Promise<Listed[]> {
  const seen = new Set([addressKey(first.url)]);
  const { maps, pages } = await readMap(first);
  for (const map of maps) {
    if (OF_LISTS.test(map) || seen.has(addressKey(map)) || seen.size > MAX_MAPS) continue;
    seen.add(addressKey(map));
    const more = await visitor.get(map).then(readMap).catch(unlessOver);
    // A map of maps names pages, and no more maps: nothing goes round.
    pages.push(...(more?.pages ?? []));
  }
  return [...new Map(pages.map((page) => [addressKey(page.url), page])).values()];
}

function unlessOver(error: unknown): null {
  if (error instanceof CrawlError && error.fault !== "over") return null;
  throw error;
}

const isHtml = ({ headers }: Answer) => /html/i.test(headers.get("content-type") ?? "");

/**
 * The pages of a map, each read for what it says of itself.
 * @param isKnown a page that need not be read again, from the day on which the map says that it changed
 * @returns whether nothing is left for the next passage
 */
export async function* readSitemap(
  visitor: Visitor,
  first: Answer,
  isKnown: (url: string, modifiedAt: Date | null) => boolean,
): AsyncGenerator<FoundPage, boolean> {
  const pages = (await listedPages(visitor, first)).filter(({ url, modifiedAt }) => !isKnown(url, modifiedAt));
  for (const { url, modifiedAt } of pages.slice(0, MAX_PAGES)) {
    const answer = await visitor.get(url).catch(unlessOver);
    const found = answer && isHtml(answer) && pageOfHtml(answer.text, answer.url, modifiedAt);
    if (found) yield found;
  }
  return pages.length <= MAX_PAGES;
}
