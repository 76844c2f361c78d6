import { cardOf } from "#lib/nouns/cards";
import { searchSite } from "#lib/search/queries";
import { siteQuery } from "#lib/search/schema";
import { citedPages } from "#lib/ties/cited/queries";
import type { CitedPage } from "#lib/ties/cited/schema";

/** The pages of a dossier that the public sees, in its order. @param paths as they were chosen */
export async function dossierPages(paths: readonly string[], at: Date): Promise<CitedPage[]> {
  const pages = await citedPages(paths, at);
  return paths.flatMap((path) => pages.get(path) ?? []);
}

export type Proposal = { href: string; title: string; nature: string };

const MOST_PROPOSALS = 8;

/** What a search finds that a dossier may hold, and does not yet. */
export async function proposals(words: string, held: readonly string[], at: Date): Promise<Proposal[]> {
  if (!words) return [];
  const { first, groups } = await searchSite(at, siteQuery.parse({ q: words }));
  const found = [...first, ...groups.flatMap(({ entries }) => entries)].map(({ noun, slug, title }) => ({
    href: cardOf(noun).path(slug),
    title,
    nature: cardOf(noun).singular,
  }));
  return found
    .filter(({ href }, rank) => found.findIndex((one) => one.href === href) === rank)
    .filter(({ href }) => !href.includes("#") && !held.includes(href))
    .slice(0, MOST_PROPOSALS);
}
