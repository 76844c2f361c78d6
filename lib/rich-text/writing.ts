import type { BlockContent, List, ListItem, PhrasingContent, Root, RootContent, Table } from "mdast";
import type { RichMark, RichNode } from "#lib/rich-text/schema";

const WRAPPERS = ["link", "bold", "italic", "strike"];
const KINDS = { bold: "strong", italic: "emphasis", strike: "delete" } as const;

const markOf = (node: RichNode, type: string): RichMark | undefined => node.marks?.find((mark) => mark.type === type);
const key = (mark: RichMark | undefined) => (mark ? JSON.stringify([mark.attrs?.href, mark.attrs?.title]) : "");
const without = (node: RichNode, type: string): RichNode => ({
  ...node,
  marks: node.marks?.filter((mark) => mark.type !== type) ?? [],
});

/** Spaces at its ends, which no mark may hold, stand outside it. */
function unspaced(nodes: readonly RichNode[]): RichNode[] {
  return nodes.flatMap((node): RichNode[] => {
    const { text } = node;
    if (node.type !== "text" || !text || markOf(node, "code") || !node.marks?.length) return [node];
    const middle = text.trim();
    const start = text.length - text.trimStart().length;
    const [before, after] = [text.slice(0, start), text.slice(start + middle.length)];
    const kept = node.marks.filter(({ type }) => type === "link");
    const bare = (space: string): RichNode[] => (space ? [{ type: "text", text: space, marks: kept }] : []);
    return [...bare(before), ...(middle ? [{ ...node, text: middle }] : []), ...bare(after)];
  });
}

function leaf(node: RichNode): PhrasingContent[] {
  if (node.type === "hardBreak") return [{ type: "break" }];
  if (node.type === "reference") return [{ type: "link", url: String(node.attrs?.href ?? ""), children: [] }];
  const value = node.text ?? "";
  return [markOf(node, "code") ? { type: "inlineCode", value } : { type: "text", value }];
}

function wrapped(mark: RichMark, children: PhrasingContent[]): PhrasingContent {
  if (mark.type !== "link") return { type: KINDS[mark.type as keyof typeof KINDS], children };
  const { href = "", title = null } = mark.attrs ?? {};
  return { type: "link", url: String(href), title: title === null ? null : String(title), children };
}

/** Marks within each other, the widest first. */
function nested(nodes: readonly RichNode[]): PhrasingContent[] {
  const [first] = nodes;
  if (!first) return [];
  const runs = WRAPPERS.flatMap((type) => {
    const mark = markOf(first, type);
    if (!mark) return [];
    const end = nodes.findIndex((node) => !markOf(node, type) || key(markOf(node, type)) !== key(mark));
    return [{ mark, type, length: end < 0 ? nodes.length : end }];
  });
  const widest = runs.toSorted((a, b) => b.length - a.length)[0];
  if (!widest) return [...leaf(first), ...nested(nodes.slice(1))];
  const { mark, type, length } = widest;
  const inner = nested(nodes.slice(0, length).map((node) => without(node, type)));
  return [wrapped(mark, inner), ...nested(nodes.slice(length))];
}

/** A reference is a link of its own, and never a piece of code. */
const unlinked = (node: RichNode) => (node.type === "reference" ? without(without(node, "link"), "code") : node);

/** What ends a paragraph breaks no line. */
function phrasing(nodes: readonly RichNode[] = []): PhrasingContent[] {
  const last = nodes.findLastIndex(({ type }) => type !== "hardBreak");
  return nested(unspaced(nodes.slice(0, last + 1).map(unlinked)));
}

const isEmpty = (node: RichNode) => node.type === "paragraph" && !node.content?.length;

function item({ content = [], attrs }: RichNode): ListItem {
  const children = content.filter((node, rank) => !(rank === 0 && isEmpty(node))).flatMap(block) as BlockContent[];
  return { type: "listItem", spread: attrs?.spread === true, children };
}

function list({ type, attrs, content = [] }: RichNode): List {
  const ordered = type === "orderedList";
  const start = ordered ? Number(attrs?.start ?? 1) : null;
  return { type: "list", ordered, start, spread: attrs?.spread === true, children: content.map(item) };
}

function table({ content = [] }: RichNode): Table {
  const aligned = content[0]?.content?.map(({ attrs }) => (attrs?.align ?? null) as "left" | "right" | "center" | null);
  const cellOf = ({ content: blocks = [] }: RichNode) => phrasing(blocks.flatMap((one) => one.content ?? []));
  return {
    type: "table",
    align: aligned ?? [],
    children: content.map((row) => ({
      type: "tableRow",
      children: (row.content ?? []).map((cell) => ({ type: "tableCell", children: cellOf(cell) })),
    })),
  };
}

function block(node: RichNode): RootContent[] {
  const { type, attrs, content = [] } = node;
  switch (type) {
    case "heading":
      return [{ type: "heading", depth: Number(attrs?.level) as 1 | 2 | 3 | 4 | 5 | 6, children: phrasing(content) }];
    case "blockquote":
      return [{ type: "blockquote", children: content.flatMap(block) as BlockContent[] }];
    case "bulletList":
    case "orderedList":
      return [list(node)];
    case "codeBlock": {
      const value = content.map(({ text }) => text ?? "").join("");
      return [{ type: "code", lang: attrs?.language ? String(attrs.language) : null, value }];
    }
    case "horizontalRule":
      return [{ type: "thematicBreak" }];
    case "table":
      return [table(node)];
    default:
      return isEmpty(node) ? [] : [{ type: "paragraph", children: phrasing(content) }];
  }
}

/** What the editor of texts holds, as a tree that can be written. */
export const treeOf = (nodes: readonly RichNode[]): Root => ({ type: "root", children: nodes.flatMap(block) });
