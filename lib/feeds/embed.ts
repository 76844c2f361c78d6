import type { EmbedQuery } from "#lib/feeds/schema";
import { absolute, paths } from "#lib/platform/paths";
import { SITE_NAME } from "#lib/platform/site-name";

/** In CSS pixels: what the longest title of a session needs on the narrowest place. */
const WIDTH = 480;
const HEIGHT = 320;
const HOUR_SECONDS = 3_600;

/** The frame that partners put in their pages: no wider than the phone that shows it, with the border of what it shows. */
export const embedHtml = (siteUrl: string, width = WIDTH, height = HEIGHT): string =>
  `<iframe src="${absolute(siteUrl, paths.embed())}" title="Prochain webinaire, ${SITE_NAME}" width="${width}" height="${height}" style="border:0;max-width:100%" loading="lazy"></iframe>`;

/**
 * https://oembed.com, §2.3.4: what an address of ours is shown as elsewhere.
 * @returns null for an address that is not that of the programme nor of the frame itself
 */
export function embedOf(
  { url, maxwidth, maxheight }: EmbedQuery,
  siteUrl: string,
): Record<string, string | number> | null {
  const asked = URL.parse(url ?? "");
  const site = new URL(siteUrl);
  if (asked?.host !== site.host || ![paths.webinars(), paths.embed()].includes(asked.pathname)) return null;
  const width = Math.min(WIDTH, maxwidth ?? WIDTH);
  const height = Math.min(HEIGHT, maxheight ?? HEIGHT);
  return {
    version: "1.0",
    type: "rich",
    title: "Le prochain webinaire",
    provider_name: SITE_NAME,
    provider_url: siteUrl,
    // The frame says by itself what changes: only its place is kept.
    cache_age: HOUR_SECONDS,
    html: embedHtml(siteUrl, width, height),
    width,
    height,
  };
}
