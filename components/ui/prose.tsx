import { type Components, toJsxRuntime } from "hast-util-to-jsx-runtime";
import type { ReactNode } from "react";
import { Fragment, jsx, jsxs } from "react/jsx-runtime";
import { OutgoingLink } from "#components/ui/outgoing-link";
import { parseMarkdown } from "#lib/platform/markdown";
import { french } from "#lib/platform/text";

export { parseMarkdown } from "#lib/platform/markdown";

export type Tree = ReturnType<typeof parseMarkdown>;

type Node = Tree["children"][number];

const childrenOf = (node: Node): Node[] => ("children" in node ? (node.children as Node[]) : []);

/** The headings of a table. */
function headingsOf(node: Node): string {
  if (node.type === "text") return node.value;
  if ("tagName" in node && node.tagName === "tbody") return "";
  return childrenOf(node)
    .map((child) => headingsOf(child).trim())
    .filter(Boolean)
    .join(", ");
}

const named = (node: Node, name: string): Node[] =>
  "tagName" in node && node.tagName === name ? [node] : childrenOf(node).flatMap((child) => named(child, name));

/** Tables by name, that of their headings: two tables of a page are told apart. */
function tableNames(tree: Tree): ReadonlyMap<Node, string> {
  const tables = tree.children.flatMap((node) => named(node, "table"));
  const headings = tables.map(headingsOf);
  return new Map(
    tables.map((table, rank) => {
      const same = headings.slice(0, rank).filter((other) => other === headings[rank]).length;
      return [table, `Tableau${same ? ` ${same + 1}` : ""}\u00A0: ${headings[rank]}`];
    }),
  );
}

/** Under an empty heading, the first cell of each row is the heading of its row. */
function rowHeadings(tables: Iterable<Node>): ReadonlySet<Node> {
  const found = new Set<Node>();
  for (const table of tables) {
    const [corner] = named(table, "th");
    if (corner && headingsOf(corner) === "")
      for (const [cell] of named(table, "tr").map((row) => named(row, "td"))) if (cell) found.add(cell);
  }
  return found;
}

const HERE = "http://portail.invalid";
const leadsOut = (href: string) =>
  URL.canParse(href, HERE) && /^https?:\/\/(?!portail\.invalid(\/|$))/.test(new URL(href, HERE).href);

/** Of a link to which nothing gave words: no link is empty. */
const WORDLESS = "(à lire ici)";

const components = {
  a: ({ href, children }: { href?: string; children?: ReactNode }) => {
    if (!href) return children;
    if (!children) return <a href={href}>{WORDLESS}</a>;
    return leadsOut(href) ? <OutgoingLink href={href}>{children}</OutgoingLink> : <a href={href}>{children}</a>;
  },
  // An empty cell is no heading, wherever it stands.
  th: ({ children }: { children?: ReactNode }) => (children ? <th>{children}</th> : <td />),
};

type Drawn = { node?: Node; children?: ReactNode };

export function ProseTree({ tree, drawn }: { tree: Tree; drawn?: Components }) {
  const names = tableNames(tree);
  const headings = rowHeadings(names.keys());
  const td = ({ node, children }: Drawn) =>
    children && node && headings.has(node) ? <th scope="row">{children}</th> : <td>{children}</td>;
  const table = ({ node, children }: Drawn) => (
    // A table wider than the screen must scroll with the keyboard too.
    <section className="overflow-x-auto" aria-label={node && names.get(node)} tabIndex={0}>
      <table>{children}</table>
    </section>
  );
  return (
    <div className="prose max-w-prose">
      {toJsxRuntime(tree, { Fragment, jsx, jsxs, components: { ...components, table, td, ...drawn }, passNode: true })}
    </div>
  );
}

/** A text without Markdown, as the tree of one. */
export const plainTree = (text: string): Tree => ({ type: "root", children: [{ type: "text", value: french(text) }] });

/** What stands in a paragraph that its page draws. */
export const InlineTree = ({ tree }: { tree: Tree }) => toJsxRuntime(tree, { Fragment, jsx, jsxs, components });

/** Within a sentence: a text of one paragraph is drawn without it. */
export function InlineProse({ markdown }: { markdown: string }) {
  const tree = parseMarkdown(markdown);
  const [only] = tree.children;
  const isSentence = tree.children.length === 1 && only?.type === "element" && only.tagName === "p";
  return <InlineTree tree={isSentence ? { type: "root", children: only.children } : tree} />;
}

export const Prose = ({ markdown }: { markdown: string | Tree }) => (
  <ProseTree tree={typeof markdown === "string" ? parseMarkdown(markdown) : markdown} />
);
