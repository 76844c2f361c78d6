import { pagesOfFeed } from "#lib/crawl/feed";
import type { FoundPage, SiteIndex } from "#lib/crawl/schema";
import { readSitemap } from "#lib/crawl/sitemap";
import type { Answer, Visitor } from "#lib/crawl/visitor";
import { readWordpress } from "#lib/crawl/wordpress";

/** What a site gave to be asked again only for what changed (RFC 9110 §13.1). */
export type Validators = { etag: string | null; lastModified: string | null };

/** What is already known of a site. `since`: the start of the last passage that came to its end. */
export type Known = Validators & {
  since: Date | null;
  has: (url: string, modifiedAt: Date | null) => boolean;
};

const NOTHING: Validators = { etag: null, lastModified: null };
const NOT_MODIFIED = 304;

const conditions = ({ etag, lastModified }: Validators): Record<string, string> => ({
  ...(etag && { "if-none-match": etag }),
  ...(lastModified && { "if-modified-since": lastModified }),
});

const validatorsOf = ({ headers }: Answer): Validators => ({
  etag: headers.get("etag"),
  lastModified: headers.get("last-modified"),
});

/** The pages of a site, as they are read. @returns what to ask it with the next time; `complete`: nothing was left for it */
export async function* readSite(
  visitor: Visitor,
  { kind, address, language }: SiteIndex,
  known: Known,
): AsyncGenerator<FoundPage, Validators & { complete: boolean }> {
  if (kind === "wordpress") {
    yield* readWordpress(visitor, address, { since: known.since, language });
    return { ...NOTHING, complete: true };
  }
  const answer = await visitor.get(address, conditions(known));
  const { etag, lastModified } = known;
  if (answer.status === NOT_MODIFIED) return { etag, lastModified, complete: true };
  if (kind === "feed") {
    yield* pagesOfFeed(answer.text, answer.url, language);
    return { ...validatorsOf(answer), complete: true };
  }
  const complete = yield* readSitemap(visitor, answer, known.has);
  return { ...(complete ? validatorsOf(answer) : NOTHING), complete };
}
