import { cardOf, type EditorialNoun } from "#lib/nouns/cards";
import { paths } from "#lib/platform/paths";

/** The page that an item has to itself, of which something must be said when it goes; null when it only stands in another. */
export function ownPath(noun: EditorialNoun, slug: string): string | null {
  if (noun === "term") return paths.glossary(slug);
  const { ownScreens, path } = cardOf(noun);
  return ownScreens || path(slug).includes("#") ? null : path(slug);
}

const ELSEWHERE = "http://ailleurs.invalid";

/** The path of a page of the portal in an address that was typed or pasted; null when it leads to another site. */
export function pathTyped(typed: string, siteUrl: string): string | null {
  const address = URL.parse(typed, /^\//.test(typed) ? siteUrl : ELSEWHERE);
  return address?.origin === new URL(siteUrl).origin ? address.pathname.replace(/(?<=.)\/$/, "") : null;
}
