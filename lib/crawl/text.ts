import { convert } from "html-to-text";
import { excerpt, isLanguage } from "#lib/platform/text";

const skipped = ["img", "script", "style", "noscript", "template", "svg", "iframe", "form", "button"];
const selectors = [
  ...skipped.map((selector) => ({ selector, format: "skip" })),
  { selector: "a", options: { ignoreHref: true } },
  ...["h1", "h2", "h3", "h4", "h5", "h6"].map((selector) => ({ selector, options: { uppercase: false } })),
];

const LONGEST_HTML = 200_000;
/** Signs that no text means and that no column takes. */
const UNWRITTEN = /[^\P{Cc}\t\n\r]|[\uFFFD\uFFFE\uFFFF\p{Bidi_Control}]/gu;

/** HTML of somebody else as one line of plain text, its entities read. */
export const plainText = (html: string): string =>
  convert(html.slice(0, LONGEST_HTML), { wordwrap: false, selectors, limits: { maxDepth: 50 } })
    .toWellFormed()
    .replace(UNWRITTEN, "")
    .replace(/\s+/g, " ")
    .normalize("NFC")
    .trim();

/** What themes add behind an extract, and how far from its end. */
const INVITATIONS = ["Lire la suite", "Lire l’article", "Continuer la lecture", "Continue reading", "Read more"];
const INVITATION_LENGTH = 250;
const CUTS = ["[…]", "[...]", "(…)", "(...)", "…", "...", "→"];
const SUMMARY_LENGTH = 300;
const sentences = new Intl.Segmenter("fr", { granularity: "sentence" });

function withoutCut(text: string): string {
  const found = INVITATIONS.map((words) => text.lastIndexOf(words)).filter((index) => index >= 0);
  const start = Math.max(-1, ...found.filter((index) => text.length - index <= INVITATION_LENGTH));
  const rest = (start < 0 ? text : text.slice(0, start)).trimEnd();
  const cut = CUTS.find((end) => rest.endsWith(end));
  if (!cut) return rest;
  const whole = rest.slice(0, -cut.length).trimEnd();
  return /[.!?]$/.test(whole) || !whole ? whole : `${whole}…`;
}

/** The first sentences of a text, whole as long as they fit. */
export function firstSentences(text: string): string {
  const whole = withoutCut(text);
  let kept = "";
  for (const { segment } of sentences.segment(whole)) {
    if ((kept + segment).trimEnd().length > SUMMARY_LENGTH) break;
    kept += segment;
  }
  return kept.trim() || excerpt(whole, SUMMARY_LENGTH);
}

const TITLE_LENGTH = 200;
const AUTHOR_LENGTH = 120;

export const titleOf = (html: string): string => excerpt(plainText(html), TITLE_LENGTH);

export const authorOf = (words: string | null | undefined): string | null =>
  excerpt(plainText(words ?? ""), AUTHOR_LENGTH) || null;

/** « fr_FR » and « fr-FR » are « fr ». */
export function languageOf(tag: string | null | undefined): string | null {
  const [language = ""] = (tag ?? "").trim().split(/[-_]/);
  return language && isLanguage(language) ? language.toLowerCase() : null;
}

/** @returns null for what is no date, or none that a work of ours could have */
export function dateOf(words: string | null | undefined): Date | null {
  const date = new Date(words ?? "");
  const year = date.getUTCFullYear();
  return year >= 1970 && year <= 2100 ? date : null;
}

/** What a text says of its own encoding, in its first characters. */
const DECLARED = /\b(encoding|charset)=["']?([\w-]{2,40})/i;
const MARKED: [number, number, string][] = [
  [0xff, 0xfe, "utf-16le"],
  [0xfe, 0xff, "utf-16be"],
];
const FALLBACK = "windows-1252";

const decoderOf = (label: string | undefined): TextDecoder => {
  try {
    return new TextDecoder(label ?? FALLBACK);
  } catch {
    return new TextDecoder(FALLBACK);
  }
};

const numberOf = (text: string, sign: RegExp) => text.match(sign)?.length ?? 0;

/** What is read as UTF-8 is: sites that say another encoding are wrong more often than they are right. */
export function decodedBody(bytes: Uint8Array, contentType: string | null): string {
  const marked = MARKED.find(([first, second]) => bytes[0] === first && bytes[1] === second)?.[2];
  if (marked) return new TextDecoder(marked).decode(bytes);
  const text = new TextDecoder().decode(bytes);
  const faults = numberOf(text, /\uFFFD/g);
  if (!faults) return text;
  const [, , own] = DECLARED.exec(new TextDecoder("latin1").decode(bytes.subarray(0, 1024))) ?? [];
  const label = DECLARED.exec(contentType ?? "")?.[2] ?? own ?? "utf-8";
  if (!/^utf-?8$/i.test(label)) return decoderOf(label).decode(bytes);
  return faults < numberOf(text, /[^ -~\s\uFFFD]/g) ? text : decoderOf(FALLBACK).decode(bytes);
}
