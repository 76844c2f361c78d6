import { type Components, toJsxRuntime } from "hast-util-to-jsx-runtime";
import type { ReactNode } from "react";
import { Fragment, jsx, jsxs } from "react/jsx-runtime";
import { OutgoingLink } from "#components/ui/outgoing-link";
import { parseMarkdown } from "#lib/platform/markdown";

type Tree = ReturnType<typeof parseMarkdown>;

/** The headings of a table, as its name: two tables of a page are told apart. */
function headingsOf(node: Tree["children"][number]): string {
  if (node.type === "text") return node.value;
  if (!("children" in node) || ("tagName" in node && node.tagName === "tbody")) return "";
  return node.children
    .map((child) => headingsOf(child as Tree["children"][number]).trim())
    .filter(Boolean)
    .join(", ");
}

const HERE = "http://portail.invalid";
const leadsOut = (href: string) =>
  URL.canParse(href, HERE) && /^https?:\/\/(?!portail\.invalid(\/|$))/.test(new URL(href, HERE).href);

const components = {
  a: ({ href, children }: { href?: string; children?: ReactNode }) => {
    if (!href) return children;
    return leadsOut(href) ? <OutgoingLink href={href}>{children}</OutgoingLink> : <a href={href}>{children}</a>;
  },
  table: ({ node, children }: { node?: Tree["children"][number]; children?: ReactNode }) => (
    // A table wider than the screen must scroll with the keyboard too.
    <section className="overflow-x-auto" aria-label={`Tableau\u00A0: ${node ? headingsOf(node) : ""}`} tabIndex={0}>
      <table>{children}</table>
    </section>
  ),
};

export function ProseTree({ tree, drawn }: { tree: Tree; drawn?: Components }) {
  return (
    <div className="prose max-w-prose">
      {toJsxRuntime(tree, { Fragment, jsx, jsxs, components: { ...components, ...drawn }, passNode: true })}
    </div>
  );
}

export const Prose = ({ markdown }: { markdown: string }) => <ProseTree tree={parseMarkdown(markdown)} />;
