import { findStanding } from "#lib/accessibility/queries";
import { publicAddresses } from "#lib/feeds/sitemap";
import { nextInstant } from "#lib/site/next-instant";
import { canonicalAddress } from "#lib/site/parameters";

/** What the page cache must know of the site. */
export const SITE = {
  canonical: canonicalAddress,
  addresses: async (at: Date): Promise<string[]> => (await publicAddresses(at)).map(({ path }) => path),
  nextInstant,
  /** The footer says what the site is by law. */
  common: findStanding,
};
