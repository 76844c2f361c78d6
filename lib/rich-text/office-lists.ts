import type { Element, ElementContent, RootContent } from "hast";

type Node = RootContent | ElementContent;
type Item = { level: number; ordered: boolean; children: ElementContent[] };

const LEVEL = /^\s*mso-list\s*:.*\blevel(\d)/i;
const IGNORED = /mso-list\s*:\s*ignore/i;
const NUMBERED = /^[\s\u00A0]*\(?(?:\d{1,3}|[a-z]{1,4})[.)]/i;
const isElement = (node: Node | undefined): node is Element => node?.type === "element";
const styleOf = (node: Element): string => String(node.properties.style ?? "");

const textOf = (node: Node): string => {
  if (node.type === "text") return node.value;
  return isElement(node) ? node.children.map(textOf).join("") : "";
};

const isMarker = (node: Node): boolean => isElement(node) && IGNORED.test(styleOf(node));

function markerIn(nodes: readonly Node[]): Element | undefined {
  for (const node of nodes) {
    if (!isElement(node)) continue;
    const inner = isMarker(node) ? node : markerIn(node.children);
    if (inner) return inner;
  }
  return undefined;
}

const unmarked = (nodes: readonly ElementContent[]): ElementContent[] =>
  nodes.flatMap((node): ElementContent[] => {
    if (!isElement(node)) return [node];
    return isMarker(node) ? [] : [{ ...node, children: unmarked(node.children) }];
  });

/** The item that a paragraph of Word is, its dot or number left out; null for any other. */
function itemOf(node: Node): Item | null {
  if (!isElement(node) || node.tagName !== "p") return null;
  const level = styleOf(node)
    .split(";")
    .flatMap((declared) => LEVEL.exec(declared)?.[1] ?? [])[0];
  if (!level) return null;
  const marker = markerIn(node.children);
  return {
    level: Number(level),
    ordered: marker !== undefined && NUMBERED.test(textOf(marker)),
    children: unmarked(node.children),
  };
}

const listOf = (ordered: boolean, children: Element[]): Element => ({
  type: "element",
  tagName: ordered ? "ol" : "ul",
  properties: {},
  children,
});

/** Items one after the other, within each other by their level. */
function nested(items: readonly Item[]): Element[] {
  const [first] = items;
  if (!first) return [];
  const ends = items.findIndex((item, rank) => rank > 0 && item.level <= first.level && item.ordered !== first.ordered);
  const own = ends < 0 ? items : items.slice(0, ends);
  const starts = own.flatMap((item, rank) => (rank === 0 || item.level <= first.level ? [rank] : []));
  const children = starts.map((start, place): Element => {
    const below = own.slice(start + 1, starts[place + 1] ?? own.length);
    return {
      type: "element",
      tagName: "li",
      properties: {},
      children: [...(own[start]?.children ?? []), ...nested(below)],
    };
  });
  return [listOf(first.ordered, children), ...(ends < 0 ? [] : nested(items.slice(ends)))];
}

/** Word says which paragraphs are items of a list in their style: they become one. */
export function officeLists<T extends Node>(nodes: readonly T[]): Node[] {
  const all: Node[] = [];
  let items: Item[] = [];
  const close = () => {
    all.push(...nested(items));
    items = [];
  };
  for (const node of nodes) {
    const item = itemOf(node);
    if (item) items.push(item);
    else if (!(items.length && (node.type === "comment" || (node.type === "text" && !node.value.trim())))) {
      close();
      all.push(isElement(node) ? { ...node, children: officeLists(node.children) as ElementContent[] } : node);
    }
  }
  close();
  return all;
}
