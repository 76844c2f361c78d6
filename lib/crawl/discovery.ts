import { pagesOfFeed } from "#lib/crawl/feed";
import { headOf } from "#lib/crawl/html";
import { CrawlError, type SiteIndex } from "#lib/crawl/schema";
import { readMap } from "#lib/crawl/sitemap";
import type { Answer, Visitor } from "#lib/crawl/visitor";
import { collectionAddress, listIn } from "#lib/crawl/wordpress";

const API = "https://api.w.org/";
const FEEDS = /^application\/(rss|atom|rdf)\+xml$/i;
const MAPS = ["/wp-sitemap.xml", "/sitemap.xml", "/sitemap_index.xml"];

/** A refusal of one way leads to the next one; what stops the passage stops it. */
async function attempt<T>(work: () => Promise<T>): Promise<T | null> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof CrawlError && error.fault !== "over") return null;
    throw error;
  }
}

/** What the address itself gives: a feed or a map. */
async function indexIn(answer: Answer): Promise<SiteIndex | null> {
  const { text, url: address } = answer;
  if (await attempt(async () => pagesOfFeed(text, address, null))) return { kind: "feed", address, language: null };
  return (await attempt(() => readMap(answer))) && { kind: "sitemap", address, language: null };
}

/** Where WordPress says that its collections are, and where they are when it does not. */
function wordpressRoots({ url, headers }: Answer, links: readonly string[]): string[] {
  const said = (headers.get("link") ?? "").split(",").filter((link) => link.includes(`rel="${API}"`));
  const roots = [...said.map((link) => link.slice(link.indexOf("<") + 1, link.indexOf(">"))), ...links];
  const { hostname, origin } = new URL(url);
  return [
    ...roots
      .filter((root) => URL.canParse(root, url))
      .map((root) => collectionAddress(new URL(root, url).href, "wp/v2")),
    // Sites of WordPress.com are told by its own server.
    ...(/\.wordpress\.com$/.test(hostname) ? [`https://public-api.wordpress.com/wp/v2/sites/${hostname}`] : []),
    `${origin}/wp-json/wp/v2`,
  ];
}

/**
 * Finds how a site tells of its pages by asking it: WordPress, then its feed, then its map.
 * @throws CrawlError when it tells nothing, or does not answer
 */
export async function discover(visitor: Visitor, address: string): Promise<SiteIndex> {
  const home = await visitor.get(address);
  const direct = await indexIn(home);
  if (direct) return direct;
  const { links, language } = headOf(home.text, home.url);
  for (const root of new Set(
    wordpressRoots(
      home,
      links(({ rel }) => rel === API),
    ),
  )) {
    const query = { per_page: "1", _fields: "link" };
    const list = await attempt(async () => listIn(await visitor.get(collectionAddress(root, "posts", query))));
    if (list) return { kind: "wordpress", address: root, language };
  }
  const feeds = links(({ rel, type }) => rel === "alternate" && FEEDS.test(type ?? ""));
  const maps = (await visitor.sitemapsOf(new URL(home.url).origin)).concat(
    MAPS.map((map) => new URL(map, home.url).href),
  );
  for (const candidate of [...feeds.filter((feed) => !/comment/i.test(feed)), ...maps]) {
    const index = await attempt(async () => indexIn(await visitor.get(candidate)));
    if (index) return { ...index, language };
  }
  throw new CrawlError("nothing");
}
