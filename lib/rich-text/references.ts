import { paths } from "#lib/platform/paths";

const PLACES = [paths.figure(""), paths.term("")];
const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/**
 * Whether a link may be a reference: to a figure or to a term of the glossary. One that has no words of its own is given
 * those of today where it is read, so that a figure is corrected once.
 */
export const isReferable = (url: string): boolean =>
  PLACES.some((place) => url.startsWith(place) && SLUG.test(url.slice(place.length)));

/** What a reference names. */
export const slugReferred = (url: string): string => url.slice(url.indexOf("#") + 1);
