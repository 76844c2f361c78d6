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

const components = {
  a: ({ href = "", children }: { href?: string; children?: ReactNode }) =>
    /^https?:/.test(href) ? <OutgoingLink href={href}>{children}</OutgoingLink> : <a href={href}>{children}</a>,
  table: ({ children }: { children?: ReactNode }) => (
    // A table wider than the screen must scroll with the keyboard too.
    <section className="overflow-x-auto" aria-label="Tableau" tabIndex={0}>
      <table>{children}</table>
    </section>
  ),
};

/** Markdown written by editors, as safe elements. */
export function Prose({ markdown }: { markdown: string }) {
  const tree = parseMarkdown(markdown);
  typeset(tree);
  return <div className="prose max-w-prose">{toJsxRuntime(tree, { Fragment, jsx, jsxs, components })}</div>;
}
