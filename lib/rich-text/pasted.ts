import type { Element, ElementContent, Root, RootContent } from "hast";
import rehypeParse from "rehype-parse";
import rehypeRemark from "rehype-remark";
import { unified } from "unified";
import { officeLists } from "#lib/rich-text/office-lists";
import { documentOf } from "#lib/rich-text/reading";
import type { RichNode } from "#lib/rich-text/schema";

const DROPPED = new Set(
  "head style script meta link title xml template noscript svg img picture video audio iframe object canvas input button select textarea nav form".split(
    " ",
  ),
);
const BLOCKS = new Set("p div h1 h2 h3 h4 h5 h6 ul ol table blockquote pre section article".split(" "));
const HEADING = /^h([1-6])$/;
const DEEPEST = 4;
const LEADS = /^(?:https?:|mailto:|tel:|\/(?!\/))/i;
const HERE = "http://ici.invalid";

export const isElement = (node: RootContent | ElementContent | undefined): node is Element => node?.type === "element";
export const styleOf = (node: Element): string => String(node.properties.style ?? "");

const element = (tagName: string, children: ElementContent[]): Element => ({
  type: "element",
  tagName,
  properties: {},
  children,
});

/** What a style says of a span; a « b » that is not bold is how a whole document comes from Google. */
function emphases(node: Element): string[] {
  const declared = styleOf(node)
    .split(";")
    .map((one) => one.trim().toLowerCase());
  const says = (property: RegExp, value: RegExp) => declared.some((one) => property.test(one) && value.test(one));
  const isBold = says(/^font-weight\s*:/, /bold|[6-9]00/);
  return [
    ...(isBold ? ["strong"] : []),
    ...(says(/^font-style\s*:/, /italic/) ? ["em"] : []),
    ...(says(/^text-decoration(?:-line)?\s*:/, /line-through/) ? ["del"] : []),
  ];
}

/** Where a link leads, without what Google and Word put around it; null where it leads nowhere from here. */
function leadOf(href: string): string | null {
  if (!LEADS.test(href)) return null;
  const url = URL.parse(href, HERE);
  const wrapped = url?.host === "www.google.com" && url.pathname === "/url" ? url.searchParams.get("q") : null;
  return wrapped && LEADS.test(wrapped) ? wrapped : href;
}

const spaced = (nodes: readonly ElementContent[]): ElementContent[] =>
  nodes.flatMap((node, rank) => {
    if (!isElement(node) || !BLOCKS.has(node.tagName)) return [node];
    return [...(rank ? [{ type: "text", value: " " } as const] : []), ...spaced(node.children)];
  });

/** Lists that stand in a list rather than in one of its items, as Google and LibreOffice write them. */
function gathered(items: readonly ElementContent[]): ElementContent[] {
  const all: ElementContent[] = [];
  for (const node of items) {
    const last = all.at(-1);
    if (isElement(node) && /^[uo]l$/.test(node.tagName) && isElement(last) && last.tagName === "li")
      all.splice(-1, 1, { ...last, children: [...last.children, node] });
    else if (isElement(node)) all.push(node);
  }
  return all;
}

const isParagraph = (node: ElementContent): node is Element => isElement(node) && node.tagName === "p";
/** The paragraph of an item that holds no other parts its list from no other. */
const isAlone = (children: readonly ElementContent[]) => children.filter(isParagraph).length === 1;
const opened = (node: ElementContent): ElementContent[] => (isParagraph(node) ? node.children : [node]);

const isHeaded = (row: Element) => row.children.some((cell) => isElement(cell) && cell.tagName === "th");

/** The first row of a table names its columns. */
function headed(node: Element): Element {
  let isFirst = true;
  const named = (child: ElementContent): ElementContent => {
    if (!isElement(child)) return child;
    if (child.tagName === "tr") {
      const heads = isFirst && !isHeaded(child);
      isFirst = false;
      const cells = child.children.map((cell) =>
        heads && isElement(cell) && cell.tagName === "td" ? { ...cell, tagName: "th" } : cell,
      );
      return { ...child, children: cells };
    }
    return { ...child, children: child.children.map(named) };
  };
  return {
    ...node,
    children: node.children.filter((child) => !isElement(child) || child.tagName !== "colgroup").map(named),
  };
}

function cleaned(node: Element, lowered: number): ElementContent[] {
  const tag = node.tagName;
  if (DROPPED.has(tag) || tag.startsWith("v:") || /display\s*:\s*none|mso-hide\s*:\s*all/i.test(styleOf(node)))
    return [];
  const children = clean(node.children, lowered);
  const level = HEADING.exec(tag)?.[1];
  if (level) return [element(`h${Math.min(DEEPEST, Number(level) + lowered)}`, children)];
  switch (tag) {
    case "a": {
      const href = leadOf(String(node.properties.href ?? ""));
      return href ? [{ ...element("a", children), properties: { href } }] : children;
    }
    case "b":
    case "strong":
      return /(?:^|;)\s*font-weight\s*:\s*(?:normal|400)/i.test(styleOf(node))
        ? children
        : [element("strong", children)];
    case "i":
      return [element("em", children)];
    case "s":
    case "strike":
      return [element("del", children)];
    case "span":
    case "font":
      return emphases(node).reduce<ElementContent[]>((inner, name) => [element(name, inner)], children);
    case "ul":
    case "ol":
      return [
        { ...element(tag, gathered(children)), properties: tag === "ol" ? { start: node.properties.start } : {} },
      ];
    case "li":
      return [element(tag, isAlone(children) ? children.flatMap(opened) : children)];
    case "td":
    case "th":
      return [element(tag, spaced(children))];
    case "table":
      return [headed(element(tag, children))];
    case "html":
    case "body":
    case "u":
    case "ins":
    case "sup":
    case "sub":
    case "o:p":
      return children;
    default:
      return [element(tag, children)];
  }
}

const clean = (nodes: readonly (RootContent | ElementContent)[], lowered: number): ElementContent[] =>
  nodes.flatMap((node): ElementContent[] => {
    if (node.type === "text") return [node];
    return isElement(node) ? cleaned(node, lowered) : [];
  });

const holds = (nodes: readonly (RootContent | ElementContent)[], tag: string): boolean =>
  nodes.some((node) => isElement(node) && (node.tagName === tag || holds(node.children, tag)));

const parser = unified().use(rehypeParse, { fragment: true });
const converter = unified().use(rehypeRemark, { newlines: false });

/** What was copied from a page or a document, as the editor of texts holds it: its words, links, lists and tables, and nothing of its looks. */
export function pastedDocument(html: string): RichNode[] {
  const tree = parser.parse(html) as Root;
  const lowered = holds(tree.children, "h1") ? 1 : 0;
  const children = clean(officeLists(tree.children), lowered);
  const document = documentOf(converter.runSync({ type: "root", children }));
  const says = ({ type, content = [] }: RichNode) => type !== "paragraph" || content.some(({ text }) => text?.trim());
  return document?.content?.filter(says) ?? [];
}
