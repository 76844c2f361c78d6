import type { List, ListItem, Nodes, PhrasingContent, Root, Table } from "mdast";
import { isReferable } from "#lib/rich-text/references";
import type { RichMark, RichNode } from "#lib/rich-text/schema";

type Read = RichNode[] | null;

/** @returns null as soon as one is */
function each<T>(nodes: readonly T[], read: (node: T, rank: number) => Read): Read {
  const all: RichNode[] = [];
  for (const [rank, node] of nodes.entries()) {
    const some = read(node, rank);
    if (!some) return null;
    all.push(...some);
  }
  return all;
}

const sameMarks = (some: RichNode, other: RichNode) =>
  JSON.stringify(some.marks ?? []) === JSON.stringify(other.marks ?? []);

function joined(nodes: readonly RichNode[]): RichNode[] {
  const all: RichNode[] = [];
  for (const node of nodes) {
    const last = all.at(-1);
    if (last?.type === "text" && node.type === "text" && sameMarks(last, node))
      all.splice(-1, 1, { ...last, text: `${last.text}${node.text}` });
    else all.push(node);
  }
  return all;
}

const ORDER = ["link", "bold", "italic", "strike", "code"];
const withMark = (marks: readonly RichMark[], mark: RichMark): RichMark[] =>
  [...marks.filter(({ type }) => type !== mark.type), mark].sort(
    (a, b) => ORDER.indexOf(a.type) - ORDER.indexOf(b.type),
  );

const MARKS = { emphasis: "italic", strong: "bold", delete: "strike" } as const;

const textNode = (text: string, marks: readonly RichMark[]): RichNode[] =>
  text ? [{ type: "text", text, ...(marks.length && { marks: [...marks] }) }] : [];

function inline(node: PhrasingContent, marks: readonly RichMark[]): Read {
  switch (node.type) {
    case "text":
      return textNode(node.value, marks);
    case "inlineCode":
      return textNode(node.value, withMark(marks, { type: "code" }));
    case "break":
      return [{ type: "hardBreak", ...(marks.length && { marks: [...marks] }) }];
    case "emphasis":
    case "strong":
    case "delete":
      return each(node.children, (child) => inline(child, withMark(marks, { type: MARKS[node.type] })));
    case "link": {
      if (node.children.length === 0 && !node.title && isReferable(node.url))
        return [{ type: "reference", attrs: { href: node.url }, ...(marks.length && { marks: [...marks] }) }];
      const attrs = { href: node.url, title: node.title ?? null };
      return each(node.children, (child) => inline(child, withMark(marks, { type: "link", attrs })));
    }
    default:
      return null;
  }
}

const holder = (type: string, content: Read, attrs?: Record<string, unknown>): Read =>
  content && [{ type, ...(attrs && { attrs }), ...(content.length && { content }) }];

function words(type: string, children: readonly PhrasingContent[], attrs?: Record<string, unknown>): Read {
  const content = each(children, (child) => inline(child, []));
  return holder(type, content && joined(content), attrs);
}

function item({ children, spread, checked }: ListItem): Read {
  if (typeof checked === "boolean") return null;
  const content = each(children, block);
  const isBare = children[0]?.type !== "paragraph";
  return holder("listItem", content && [...(isBare ? [{ type: "paragraph" }] : []), ...content], {
    spread: spread ?? false,
  });
}

function list({ ordered, start, spread, children }: List): Read {
  const attrs = { spread: spread ?? false, ...(ordered && { start: start ?? 1 }) };
  return holder(ordered ? "orderedList" : "bulletList", each(children, item), attrs);
}

function table({ children, align }: Table): Read {
  const rows = each(children, ({ children: cells }, rank) => {
    const kind = rank === 0 ? "tableHeader" : "tableCell";
    const content = each(cells, (cell, column) =>
      holder(kind, words("paragraph", cell.children), { align: align?.[column] ?? null }),
    );
    return holder("tableRow", content);
  });
  return holder("table", rows);
}

function block(node: Nodes): Read {
  switch (node.type) {
    case "paragraph":
      return words("paragraph", node.children);
    case "heading":
      return words("heading", node.children, { level: node.depth });
    case "blockquote":
      return node.children.length ? holder("blockquote", each(node.children, block)) : null;
    case "list":
      return list(node);
    case "code":
      return node.meta ? null : holder("codeBlock", textNode(node.value, []), { language: node.lang ?? null });
    case "thematicBreak":
      return [{ type: "horizontalRule" }];
    case "table":
      return table(node);
    default:
      return null;
  }
}

/** A text that was parsed, as the editor of texts holds it; null when it holds what the editor does not. */
export function documentOf(tree: Root): RichNode | null {
  const content = each(tree.children, block);
  return content && { type: "doc", content: content.length ? content : [{ type: "paragraph" }] };
}
