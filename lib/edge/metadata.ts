import type { Metadata } from "next";
import { env } from "#lib/platform/env";
import { absolute, paths } from "#lib/platform/paths";
import { SITE_NAME } from "#lib/platform/site-name";
import { french } from "#lib/platform/text";

/** As `lib/share-images` draws it; a page that says anything of its sharing must name it again. */
const IMAGE = { width: 1200, height: 630 };
const FROM_PARAMETERS = /[?#].*$/s;

/**
 * @param options.path the canonical address, without what only filters or sorts
 * @param options.indexed false keeps the page out of search engines
 */
export function pageMetadata(options: {
  title: string;
  description: string;
  path: string;
  indexed?: boolean;
  /** Path of the feed that follows what the page is about. */
  feed?: string;
  /** The title that its image shows, where the page has another. */
  pictured?: string;
}): Metadata {
  const title = french(options.title);
  const description = french(options.description);
  const url = absolute(env().SITE_URL, options.path);
  // What search engines are not told of has no image of its own.
  const isShown = options.indexed !== false;
  const shown = isShown ? french(options.pictured ?? options.title) : SITE_NAME;
  const image = paths.shareImage(isShown ? options.path.replace(FROM_PARAMETERS, "") : paths.home());
  const feeds = [
    { url: absolute(env().SITE_URL, paths.feed()), title: SITE_NAME },
    ...(options.feed ? [{ url: absolute(env().SITE_URL, options.feed), title }] : []),
  ];
  return {
    title,
    description,
    alternates: { canonical: url, types: { "application/atom+xml": feeds } },
    openGraph: {
      title,
      description,
      url,
      siteName: SITE_NAME,
      locale: "fr_FR",
      type: "website",
      images: [{ url: absolute(env().SITE_URL, image), ...IMAGE, alt: shown }],
    },
    twitter: { card: "summary_large_image" },
    ...(options.indexed === false && { robots: { index: false, follow: true } }),
  };
}
