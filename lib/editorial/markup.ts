import type { Link, LinkReference, Nodes, Paragraph, Root, Table } from "mdast";
import type { Found } from "#lib/editorial/schema";
import { folded } from "#lib/platform/letters";
import { isReferable } from "#lib/rich-text/references";

const DEEPEST = 4;
/** A text may stand below a heading of its page. */
const FIRST_HEADINGS = 3;

const VAGUE =
  /^(?:(?:cliquez|cliquer|clic|click|voir|c est) )?(?:ici|la|here)$|^(?:en savoir plus|savoir plus|lire la suite|la suite|suite|plus|plus d infos?|plus d informations?|voir|voir plus|(?:ce |le |suivez ce |sur ce |suivre ce )?lien|cette page|ce document|ce site|telecharger|consulter|read more|more)$/;
const ADDRESS = /^(?:https?:\/\/|www\.)/i;
const FILE = /\.(?:pdf|docx?|xlsx?|pptx?|od[tsp]|zip|epub|csv)$/i;
const FORMAT = /\b(?:pdf|word|excel|powerpoint|libreoffice|opendocument|zip|epub|csv|docx?|xlsx?|pptx?|od[tsp])\b/i;
const WEIGHT = /\d\s?(?:[kmg]o|octets)\b/i;
/** What is said of a file just after its link. */
const BESIDE_LINK = 60;
const NUMBER = /\d[\d\s.,]{0,20}(?:%|pour cent\b|millions?\b|milliards?\b)/;
const SOURCED =
  /source|selon|d[’']après|enquête|étude|baromètre|rapport|observatoire|recensement|insee|\b(?:19|20)\d\d\b/i;

const lineOf = (node: Nodes): number => node.position?.start.line ?? 1;

const childrenOf = (node: Nodes): Nodes[] => ("children" in node ? node.children : []);

export const wordsOf = (node: Nodes): string => {
  if (node.type === "image") return node.alt ?? "";
  if (node.type === "break") return " ";
  return "value" in node && node.type !== "html" ? node.value : childrenOf(node).map(wordsOf).join("");
};

function* within(node: Nodes): Generator<Nodes> {
  yield node;
  for (const child of childrenOf(node)) yield* within(child);
}

const bare = (words: string) =>
  folded(words)
    .replace(/[^a-z0-9]+/g, " ")
    .trim();

const pathOf = (url: string) => url.replace(/[?#].*$/s, "");
const isFile = (url: string) => FILE.test(pathOf(url));
const saysFile = (words: string) => FORMAT.test(words) && WEIGHT.test(words);

/** What the words of a link do not say. @param said those words, and what follows them */
export function linkFindings(url: string, words: string, said: string, line: number): Found[] {
  const text = words.trim();
  if (text === "" && isReferable(url)) return [];
  if (text === "" || VAGUE.test(bare(text))) return [{ check: "link-words", words: text, line }];
  if (ADDRESS.test(text)) return [{ check: "bare-address", words: text, line }];
  return isFile(url) && !saysFile(said) ? [{ check: "document", words: text, line }] : [];
}

type AnyLink = Link | LinkReference;
const isLink = (node: Nodes): node is AnyLink => node.type === "link" || node.type === "linkReference";

function definitionsOf(tree: Root): ReadonlyMap<string, string> {
  return new Map(
    [...within(tree)].flatMap((node) => (node.type === "definition" ? [[node.identifier, node.url]] : [])),
  );
}

const targetOf = (link: AnyLink, definitions: ReadonlyMap<string, string>): string =>
  link.type === "link" ? link.url : (definitions.get(link.identifier) ?? "");

/** Where the links of a text lead, with their line. */
export function linksOf(tree: Root): { url: string; line: number }[] {
  const definitions = definitionsOf(tree);
  return [...within(tree)].flatMap((node) =>
    isLink(node) ? [{ url: targetOf(node, definitions), line: lineOf(node) }] : [],
  );
}

function ownLinks(node: Nodes, definitions: ReadonlyMap<string, string>): Found[] {
  const children = childrenOf(node);
  return children.flatMap((child, rank) => {
    if (!isLink(child)) return [];
    const words = wordsOf(child);
    const after = children
      .slice(rank + 1)
      .map(wordsOf)
      .join("");
    return linkFindings(targetOf(child, definitions), words, words + after.slice(0, BESIDE_LINK), lineOf(child));
  });
}

function headings(tree: Root): Found[] {
  let before = FIRST_HEADINGS - 1;
  return [...within(tree)].flatMap((node): Found[] => {
    if (node.type !== "heading") return [];
    const found = { words: wordsOf(node), line: lineOf(node) };
    const { depth } = node;
    if (depth === 1 || depth > DEEPEST) return [{ check: "heading-lost", ...found }];
    const jumps = depth > before + 1;
    before = depth;
    return jumps ? [{ check: "heading-jump", ...found }] : [];
  });
}

/** The first cell may be empty above headings of rows. */
function lacksHeadings({ children: [head] }: Table): boolean {
  const cells = head?.children.map((cell) => wordsOf(cell).trim()) ?? [];
  return cells.every((words) => words === "") || cells.slice(1).includes("");
}

const hasLink = (node: Nodes) => [...within(node)].some(isLink);

function unsourced(node: Paragraph): Found[] {
  const words = wordsOf(node);
  const [number] = NUMBER.exec(words) ?? [];
  return number && !hasLink(node) && !SOURCED.test(words)
    ? [{ check: "figure", words: number.trim(), line: lineOf(node) }]
    : [];
}

/** What the markup of a text keeps from its readers. */
export function markdownFindings(tree: Root): Found[] {
  const definitions = definitionsOf(tree);
  const found = [...within(tree)].flatMap((node): Found[] => {
    const line = lineOf(node);
    if (node.type === "image" || node.type === "imageReference")
      return [{ check: "alternative", words: node.alt ?? "", line }];
    if (node.type === "table" && lacksHeadings(node)) return [{ check: "table", words: "", line }];
    return [...(node.type === "paragraph" ? unsourced(node) : []), ...ownLinks(node, definitions)];
  });
  return [...headings(tree), ...found].sort((a, b) => a.line - b.line);
}

/** The pieces of a text that are read as words, with their line. */
export const piecesOf = (tree: Root): { text: string; line: number }[] =>
  [...within(tree)].flatMap((node) => (node.type === "text" ? [{ text: node.value, line: lineOf(node) }] : []));
