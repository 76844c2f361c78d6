import type { RichNode } from "#lib/rich-text/schema";

const BRACED = /\{([^{}\n]*)\}/g;

/** A line of a text whose chips, names between braces, stand whole. A name that is not among them is text like any other. */
function chipsIn(line: string, names: readonly string[]): RichNode[] {
  const nodes: RichNode[] = [];
  let from = 0;
  const text = (end: number) => {
    if (end > from) nodes.push({ type: "text", text: line.slice(from, end) });
  };
  for (const { 0: braced, 1: name = "", index } of line.matchAll(BRACED)) {
    if (!names.includes(name)) continue;
    text(index);
    nodes.push({ type: "chip", attrs: { name } });
    from = index + braced.length;
  }
  text(line.length);
  return nodes;
}

/** A text as the editor of messages holds it: a paragraph a line. */
export const chipDocument = (text: string, names: readonly string[]): RichNode => ({
  type: "doc",
  content: text.split("\n").map((line) => {
    const content = chipsIn(line, names);
    return { type: "paragraph", ...(content.length && { content }) };
  }),
});

const lineOf = (node: RichNode): string =>
  node.type === "chip" ? `{${node.attrs?.name}}` : (node.text ?? (node.content ?? []).map(lineOf).join(""));

/** To the letter, what `chipDocument` was given, when nothing was touched. */
export const chipText = ({ content = [] }: Pick<RichNode, "content">): string => content.map(lineOf).join("\n");
