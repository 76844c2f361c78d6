import normalizeUrl from "normalize-url";

/** What is added to addresses to know where a visitor came from. */
const TRACKING = [/^utm_\w+/i, /^(fbclid|gclid|dclid|msclkid|mc_cid|mc_eid|igshid|at_\w+|xtor|pk_\w+|mtm_\w+)$/i];

const options = { stripHash: true, removeQueryParameters: TRACKING } as const;

/** A page without what follows its visitors. */
export const canonicalAddress = (url: string): string =>
  normalizeUrl(url, { ...options, stripWWW: false, removeTrailingSlash: false, sortQueryParameters: false });

/** The same for every spelling of an address: protocol, www, final slash, order of parameters, what follows visitors. */
export const addressKey = (url: string): string => normalizeUrl(url, { ...options, stripProtocol: true });

/** Whether two addresses are of one site, with or without www. */
export const isSameSite = (one: string, other: string): boolean => {
  const host = (url: string) => new URL(url).hostname.replace(/^www\./, "");
  return URL.canParse(one) && URL.canParse(other) && host(one) === host(other);
};
