import { inParis } from "#lib/platform/dates";

/** Some alphabets need joiners, and some letters a variant; the rest of what is not seen hides or turns round what follows. */
const UNSEEN = /(?!\u200C|\u200D|\p{VS})\p{DI}/gu;
const JOINERS = /\u200C|\u200D/g;
const ADDRESS = /[/\\]|www\.|@|(?:[\p{L}\p{M}\p{N}]-*[\p{L}\p{M}]|\p{N})[.。．｡][\p{L}\p{N}]{2}/iu;
const NOT_WRITTEN = /(?!\u200C|\u200D)\p{C}|\p{M}{6}/u;

/** A text without the signs that nobody sees, which come along when it is copied. */
export const withoutUnseen = (text: string): string => text.replace(UNSEEN, "");

/** Whether a name holds an address; « M.Dupont » is none. */
export const holdsAddress = (name: string): boolean => ADDRESS.test(name.replace(JOINERS, ""));

export const isWritten = (name: string): boolean => /\p{L}/u.test(name) && !NOT_WRITTEN.test(name);

/**
 * What is kept of a box that asks for the newsletter: when it was ticked, and what it said.
 * @param words of the box; null when it was not ticked
 */
export const newsletterConsent = (words: string | null, at: Date) => ({
  newsletterAt: words === null ? null : at,
  newsletterNotice: words,
});

/** How long what people confide is kept after their session: the durations of the page « Données personnelles ». */
const KEPT = { identity: { months: 6 }, accessNeeds: { days: 30 } } as const;

/**
 * The instant from which something confided for a session is kept no longer.
 * @param startsAt start of the session; months are counted in Paris
 */
export const keptUntil = (what: keyof typeof KEPT, startsAt: Date): Date =>
  new Date(inParis(startsAt).add(KEPT[what]).epochMilliseconds);
