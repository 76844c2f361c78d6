import { ENDINGS } from "#lib/people/endings/schema";
import { inParis } from "#lib/platform/dates";

/** Some alphabets need joiners, and some letters a variant; the rest of what is not seen hides or turns round what follows. */
const UNSEEN = /(?!\u200C|\u200D|\p{VS})\p{DI}/gu;
const JOINERS = /\u200C|\u200D/g;
const ADDRESS = /\\|:\/\/|www\.|@|\p{N}\.\p{N}{1,3}\.\p{N}/iu;
const DOTS = /[.．。｡]/u;
const LABEL = /^[\p{L}\p{M}\p{N}-]+/u;
const NOT_WRITTEN = /(?!\u200C|\u200D)\p{C}|\p{M}{6}/u;

/** A text without the signs that nobody sees, which come along when it is copied. */
export const withoutUnseen = (text: string): string => text.replace(UNSEEN, "");

function isHost(part: string, path: boolean): boolean {
  const labels = part.split(DOTS);
  const isInitial = labels.length === 2 && [...(labels[0] ?? "")].length < 2;
  const known = labels.slice(1).some((label) => {
    const ending = LABEL.exec(label)?.[0].toLowerCase() ?? "";
    return ENDINGS.has(ending) || ending.startsWith("xn--");
  });
  return known && (path || !isInitial);
}

/** Whether a name holds an address: « M.Dupont », « St.Pierre » and « Dominique/Claude » are none. */
export function holdsAddress(name: string): boolean {
  const read = name.replace(JOINERS, "");
  if (ADDRESS.test(read)) return true;
  return read
    .split(/\s/u)
    .some((word) => word.split(/[/?#]/u).some((part, _, parts) => isHost(part, parts.length > 1)));
}

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
