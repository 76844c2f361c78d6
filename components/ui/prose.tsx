import { toJsxRuntime } from "hast-util-to-jsx-runtime";
import type { ReactNode } from "react";
import { Fragment, jsx, jsxs } from "react/jsx-runtime";
import { OutgoingLink } from "#components/ui/outgoing-link";
import { parseMarkdown } from "#lib/platform/markdown";
import { french } from "#lib/platform/text";

type Tree = ReturnType<typeof parseMarkdown>;

/** French typography in every text of the tree, code aside. */
function typeset(node: Tree | Tree["children"][number]): void {
  if (node.type === "text") node.value = french(node.value);
  if (!("children" in node) || ("tagName" in node && node.tagName === "code")) return;
  for (const child of node.children) typeset(child as Tree["children"][number]);
}

/** The headings of a table, as its name: two tables of a page are told apart. */
function headingsOf(node: Tree["children"][number]): string {
  if (node.type === "text") return node.value;
  if (!("children" in node) || ("tagName" in node && node.tagName === "tbody")) return "";
  return node.children
    .map((child) => headingsOf(child as Tree["children"][number]).trim())
    .filter(Boolean)
    .join(", ");
}

const components = {
  a: ({ href = "", children }: { href?: string; children?: ReactNode }) =>
    /^https?:/.test(href) ? <OutgoingLink href={href}>{children}</OutgoingLink> : <a href={href}>{children}</a>,
  table: ({ node, children }: { node?: Tree["children"][number]; children?: ReactNode }) => (
    // A table wider than the screen must scroll with the keyboard too.
    <section className="overflow-x-auto" aria-label={`Tableau\u00A0: ${node ? headingsOf(node) : ""}`} tabIndex={0}>
      <table>{children}</table>
    </section>
  ),
};

/** Markdown written by editors, as safe elements. */
export function Prose({ markdown }: { markdown: string }) {
  const tree = parseMarkdown(markdown);
  typeset(tree);
  return (
    <div className="prose max-w-prose">{toJsxRuntime(tree, { Fragment, jsx, jsxs, components, passNode: true })}</div>
  );
}
