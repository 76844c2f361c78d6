import { folded } from "#lib/platform/letters";

const THIN = "\u202F";
const NO_BREAK = "\u00A0";
const plurals = new Intl.PluralRules("fr-FR");
const numbers = new Intl.NumberFormat("fr-FR");
const dictionary = new Intl.Collator("fr", { ignorePunctuation: true, numeric: true });

/**
 * French typography for text that people typed: curly apostrophes, « » with narrow no-break spaces,
 * narrow no-break spaces before ; ! ? and %, a no-break space before « : ».
 * Applied when text is shown, never to what is stored. Addresses (https:…) and hours (13:00) are left alone.
 */
export function french(text: string): string {
  return text
    .replace(/(?<=\p{L})'(?=\p{L})/gu, "’")
    .replace(/«\s*/g, `«${THIN}`)
    .replace(/(?<!\s)\s*»/g, `${THIN}»`)
    .replace(/(?<![ \u00A0\u202F])[ \u00A0\u202F]+([;!?%])/g, `${THIN}$1`)
    .replace(/(?<![ \u00A0\u202F])[ \u00A0\u202F]+:(?=\s|$)/g, `${NO_BREAK}:`);
}

const RIGHT_TO_LEFT =
  /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Bidi_Control}]/u;

/** A name of a script that would turn round the words beside it, kept from it; elements do it with `bdi`. */
export const isolated = (name: string): string => (RIGHT_TO_LEFT.test(name) ? `\u2068${name}\u2069` : name);

export const quoted = (words: string): string => `«${THIN}${words}${THIN}»`;

/** « 1 résultat », « 12 résultats »: zero and one are singular in French. */
export function counted(count: number, one: string, other: string): string {
  return `${numbers.format(count)}${NO_BREAK}${plurals.select(count) === "one" ? one : other}`;
}

export const slugify = (title: string): string =>
  folded(title)
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");

/** The one wished for, else the same with a rank from 2. */
export function freeSlug(wished: string, isTaken: (slug: string) => boolean): string {
  let slug = wished;
  for (let rank = 2; isTaken(slug); rank += 1) slug = `${wished}-${rank}`;
  return slug;
}

/** Words for a `contains` of the database, whose signs then stand for themselves. */
export const literally = (words: string): string => words.replace(/[\\%_]/g, "\\$&");

const NO_ASCII = /[^ -~]/;
const NO_HOST = /[\s/?#:@%\\[\]]/;

/**
 * Who an address designates: trimmed, NFKC, lower case, its host as machines spell it. Two addresses with the same key are
 * one person. Normalising before validating is what keeps look-alike characters out.
 */
export function emailKey(email: string): string {
  const key = email.normalize("NFKC").trim().toLowerCase();
  const start = key.lastIndexOf("@") + 1;
  const host = key.slice(start);
  // RFC 5891: a host has two spellings, in letters and in ASCII.
  if (!start || !NO_ASCII.test(host) || NO_HOST.test(host) || !URL.canParse(`http://${host}`)) return key;
  return `${key.slice(0, start)}${new URL(`http://${host}`).hostname}`;
}

/** A text cut at a word, for descriptions. @param length in characters */
export function excerpt(text: string, length: number): string {
  if (text.length <= length) return text;
  const cut = text.slice(0, length);
  return `${cut.slice(0, cut.lastIndexOf(" "))}…`;
}

/** Sorts in the order of a French dictionary, whatever the collation of the database. @param read the text compared */
export const inFrenchOrder = <T>(rows: readonly T[], read: (row: T) => string): T[] =>
  rows.toSorted((a, b) => dictionary.compare(read(a), read(b)));

/** A language tag that is well formed (BCP 47). */
export function isLanguage(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}
