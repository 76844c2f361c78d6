import { addressKey, canonicalAddress } from "#lib/crawl/address";
import { CrawlError, type FoundPage, wordpressItem } from "#lib/crawl/schema";
import { authorOf, dateOf, firstSentences, languageOf, plainText, titleOf } from "#lib/crawl/text";
import type { Answer, Visitor } from "#lib/crawl/visitor";

const COLLECTIONS = ["posts", "pages"] as const;
const PER_PAGE = 100;
/** Of each collection, in one passage: the newest come first. */
const MAX_PAGES = 40;
const PAST_THE_END = 400;

/** Under a root that is a path, or the parameter of sites without pretty addresses. */
export function collectionAddress(root: string, name: string, query: Record<string, string> = {}): string {
  const url = new URL(root);
  const route = url.searchParams.get("rest_route");
  if (route === null) url.pathname = `${url.pathname.replace(/\/$/, "")}/${name}`;
  else url.searchParams.set("rest_route", `${route.replace(/\/$/, "")}/${name}`);
  for (const [key, value] of Object.entries(query)) url.searchParams.set(key, value);
  return url.href;
}

/** @throws CrawlError when it is no list in JSON */
export function listIn({ text }: Answer): unknown[] {
  try {
    const list: unknown = JSON.parse(text);
    if (Array.isArray(list)) return list;
  } catch {}
  throw new CrawlError("not-json");
}

/** WordPress writes its instants without their zone, which is that of Greenwich. */
const gmt = (words: string | null | undefined) => dateOf(words && `${words.replace(/Z$/, "")}Z`);

/** @returns null for what has no address or no title, or asks for a password */
function pageOf(item: unknown, root: string, language: string | null): FoundPage | null {
  const { data } = wordpressItem.safeParse(item);
  const title = titleOf(data?.title.rendered ?? "");
  if (!data || !title || data.excerpt?.protected || !/^https?:/i.test(data.link) || !URL.canParse(data.link, root))
    return null;
  return {
    url: canonicalAddress(data.link),
    title,
    summary: firstSentences(plainText(data.excerpt?.rendered ?? "")),
    author: authorOf(data._embedded?.author?.[0]?.name),
    publishedAt: gmt(data.date_gmt),
    modifiedAt: gmt(data.modified_gmt),
    language: languageOf(data.lang) ?? language,
  };
}

/** What is deleted while it is read leaves fewer pages than were told. @param page from 1 */
function unlessPastTheEnd(error: unknown, page: number): null {
  if (page > 1 && error instanceof CrawlError && error.status === PAST_THE_END) return null;
  throw error;
}

/**
 * The posts and pages of a WordPress, last written first: what appears meanwhile is met twice rather than never. By their
 * number: among pages modified in the same second, as an import leaves them, WordPress gives some twice and others never.
 * @param since what was modified before is left out; null for everything
 */
export async function* readWordpress(
  visitor: Visitor,
  root: string,
  { since, language }: { since: Date | null; language: string | null },
): AsyncGenerator<FoundPage> {
  const seen = new Set<string>();
  for (const name of COLLECTIONS) {
    const query = {
      per_page: String(PER_PAGE),
      orderby: "id",
      order: "desc",
      _fields: "link,title,excerpt,date_gmt,modified_gmt,lang,_links,_embedded",
      _embed: "author",
      ...(since && { modified_after: since.toISOString() }),
    };
    for (let page = 1, pages = 1; page <= Math.min(pages, MAX_PAGES); page += 1) {
      const address = collectionAddress(root, name, { ...query, page: String(page) });
      const answer = await visitor.get(address).catch((error: unknown) => unlessPastTheEnd(error, page));
      if (!answer) break;
      pages = Number(answer.headers.get("x-wp-totalpages")) || 1;
      for (const item of listIn(answer)) {
        const found = pageOf(item, root, language);
        if (!found || seen.has(addressKey(found.url))) continue;
        seen.add(addressKey(found.url));
        yield found;
      }
    }
  }
}
