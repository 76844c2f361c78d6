import { Feed } from "feed";
import type { FeedEntry } from "#lib/feeds/schema";
import { formatShortDay } from "#lib/platform/dates";
import { absolute } from "#lib/platform/paths";
import { french } from "#lib/platform/text";

/** @param about the page that the feed follows; both paths are relative to `siteUrl` */
export function atomFeed(
  entries: readonly FeedEntry[],
  { title, path, about }: { title: string; path: string; about: string },
  siteUrl: string,
): string {
  const feed = new Feed({
    id: absolute(siteUrl, path),
    title: french(title),
    link: absolute(siteUrl, about),
    language: "fr",
    // Dated from the last change, an unchanged feed is the same file, byte for byte.
    updated: new Date(Math.max(0, ...entries.map(({ updatedAt }) => updatedAt.getTime()))),
    feedLinks: { atom: absolute(siteUrl, path) },
    author: { name: title },
    copyright: "",
  });
  for (const { title: name, summary, path: to, publishedAt, updatedAt, change } of entries) {
    const address = absolute(siteUrl, to);
    feed.addItem({
      id: address,
      title: french(name),
      link: address,
      description: french(change ? `${summary} Mis à jour le ${formatShortDay(change.at)} : ${change.note}` : summary),
      published: publishedAt,
      date: updatedAt,
    });
  }
  return feed.atom1();
}
