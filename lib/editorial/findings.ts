import type { Root } from "mdast";
import type { EditField } from "#lib/edit-forms/schema";
import { type Named, termMeant, unexplained } from "#lib/editorial/acronyms";
import { findingWords, proposalWords } from "#lib/editorial/labels";
import { linkFindings, linksOf, markdownFindings, piecesOf } from "#lib/editorial/markup";
import type { Finding, Found } from "#lib/editorial/schema";
import type { FormValues } from "#lib/forms/state";
import { readMarkdown } from "#lib/rich-text/markdown";
import { isReferable } from "#lib/rich-text/references";

const LONGEST_TITLE = 110;
/** Tells where the words come from: for the team as much as for readers. */
const SOURCE = "source";
const TITLES = ["title", "name"];
/** Kept from readers. */
const HIDDEN = ["roomUrl"];
const LINE = /^(\S+)[ \t]+([^|\n]*)/;
const OWN_FILES = /^\/fichiers\//;
const LEADS = /^(?:https?:\/\/|www\.|\/)/i;

/** What is known beside the text. */
export type Knowledge = {
  terms: readonly Named[];
  /** Others whose names are explained by a page. */
  organisations: readonly Named[];
  /** Addresses of other sites that do not open, as `addressKey` spells them. */
  dead: ReadonlySet<string>;
  /** Paths of this portal where the public reads nothing; figures and terms that it no longer reads, where they would be. */
  lost: ReadonlySet<string>;
};

type Text = { field: EditField; value: string; tree: Root | null };

const textsOf = (fields: readonly EditField[], values: FormValues): Text[] =>
  fields.map((field) => {
    const value = [values[field.name] ?? ""].flat().join("\n");
    return { field, value, tree: field.kind === "markdown" || field.kind === "text" ? readMarkdown(value) : null };
  });

/** One spelling for an address, without what follows #. */
export function addressKey(url: string): string {
  const bare = url.replace(/#.*$/s, "");
  return URL.canParse(bare) ? new URL(bare).href : bare;
}

/** A path of this portal, without what follows it; null for another site. */
export const pathIn = (url: string): string | null =>
  /^\/(?!\/)/.test(url) ? url.replace(/[?#].*$/s, "").replace(/(?<=.)\/$/, "") : null;

function linksIn({ field, value, tree }: Text): { url: string; line: number }[] {
  if (HIDDEN.includes(field.name)) return [];
  if (field.kind === "address") return value ? [{ url: value, line: 1 }] : [];
  if (field.kind === "lines")
    return value.split("\n").flatMap((text, index) => {
      const [url = ""] = text.trim().split(/\s/);
      return LEADS.test(url) ? [{ url, line: index + 1 }] : [];
    });
  return tree && field.kind === "markdown" ? linksOf(tree) : [];
}

/** Where the texts of a form lead. */
export const addressesIn = (fields: readonly EditField[], values: FormValues): string[] => [
  ...new Set(textsOf(fields, values).flatMap((text) => linksIn(text).map(({ url }) => url))),
];

/** The words of links that stand one a line; the portal itself says what its own files are. */
const namedLinks = (value: string): Found[] =>
  value.split("\n").flatMap((text, index) => {
    const [, url = "", words = ""] = LINE.exec(text.trim()) ?? [];
    if (!LEADS.test(url)) return [];
    return linkFindings(OWN_FILES.test(url) ? "" : url, words, text, index + 1);
  });

function acronymsIn(text: Text, whole: string, { terms, organisations }: Knowledge): (Found & { more?: string })[] {
  if (text.field.name === SOURCE) return [];
  const tree = text.field.kind === "markdown" ? text.tree : null;
  const plain = text.field.kind === "text" ? [{ text: text.value, line: 1 }] : [];
  return unexplained(tree ? piecesOf(tree) : plain, whole, [...terms, ...organisations]).map((found) => {
    const meant = termMeant(found.words, terms);
    return { check: "acronym", ...found, ...(meant && { more: proposalWords(meant) }) };
  });
}

function brokenIn(text: Text, { dead, lost }: Knowledge): Found[] {
  return linksIn(text).flatMap(({ url, line }): Found[] => {
    if (isReferable(url)) return lost.has(url) ? [{ check: "lost-reference", words: url, line }] : [];
    const path = pathIn(url);
    if (path !== null) return lost.has(path) ? [{ check: "lost-page", words: path, line }] : [];
    return dead.has(addressKey(url)) ? [{ check: "dead-link", words: url, line }] : [];
  });
}

/** Of a document, all figures come from it. */
function markupOf({ field, value, tree }: Text, isDocument: boolean): Found[] {
  if (field.kind === "lines") return namedLinks(value);
  if (!tree) return [];
  const found = markdownFindings(tree).filter(({ check }) => check !== "figure" || !isDocument);
  return field.kind === "text" ? found.filter(({ check }) => check === "figure") : found;
}

const tooLong = ({ field, value }: Text): Found[] =>
  TITLES.includes(field.name) && value.length > LONGEST_TITLE
    ? [{ check: "title", words: String(value.length), line: 1 }]
    : [];

/** A recording that is shown, or a document that is one, of which nothing is written. */
function untranscribed(fields: readonly EditField[], values: FormValues): Finding[] {
  const shown = values.replayUrl && values.replayPublished === "on" && !values.transcript;
  const unwritten = values.type === "replay" && values.links && !values.body;
  const name = shown ? "transcript" : "body";
  if (!(shown || unwritten) || !fields.some((field) => field.name === name)) return [];
  return [{ check: "transcript", field: name, line: null, message: findingWords.transcript("") }];
}

/** A figure of which nothing says where it comes from. */
function unproven(fields: readonly EditField[], values: FormValues): Finding[] {
  const names = fields.map(({ name }) => name);
  if (!names.includes("sourceUrl") || values.sourceUrl || values.resourceId || values[SOURCE]) return [];
  const words = [values.value ?? ""].flat().join("");
  return words ? [{ check: "figure", field: "sourceUrl", line: null, message: findingWords.figure(words) }] : [];
}

/** What is to be looked at again in a form, in the order of its fields. */
export function findingsIn(fields: readonly EditField[], values: FormValues, knowledge: Knowledge): Finding[] {
  const texts = textsOf(fields, values);
  const whole = texts.map(({ value }) => value).join("\n");
  const isDocument = fields.some(({ name }) => name === "links");
  const others = [...untranscribed(fields, values), ...unproven(fields, values)];
  return texts.flatMap((text) => {
    const { name, kind } = text.field;
    const found = [...tooLong(text), ...markupOf(text, isDocument), ...brokenIn(text, knowledge)];
    const all: (Found & { more?: string })[] = [...found, ...acronymsIn(text, whole, knowledge)];
    const oneLine = kind === "line" || kind === "text" || kind === "address";
    return [
      ...all.map(({ check, words, line, more = "" }) => ({
        check,
        field: name,
        line: oneLine ? null : line,
        message: findingWords[check](words) + more,
      })),
      ...others.filter(({ field }) => field === name),
    ];
  });
}
