import remarkGfm from "remark-gfm";
import remarkStringify from "remark-stringify";
import { unified } from "unified";
import { readMarkdown } from "#lib/rich-text/markdown";
import { documentOf } from "#lib/rich-text/reading";
import { LONGEST_RICH, type RichNode } from "#lib/rich-text/schema";
import { treeOf } from "#lib/rich-text/writing";

const writer = unified()
  .use(remarkGfm)
  .use(remarkStringify, { bullet: "-", emphasis: "*", strong: "*", rule: "-", fences: true, resourceLink: true });

const written = (nodes: readonly RichNode[]): string => writer.stringify(treeOf(nodes)).trimEnd();

export const documentIn = (markdown: string): RichNode | null => {
  const tree = readMarkdown(markdown);
  return tree && documentOf(tree);
};

const same = (some: RichNode | null, other: RichNode | null) => JSON.stringify(some) === JSON.stringify(other);

export type RichSource = {
  document: RichNode;
  /** Of each of its blocks, the words that say it, and what stands before them. */
  blocks: { source: string; before: string }[];
  /** What follows the last one. */
  after: string;
};

/** A text for the editor of texts; null when it holds what would not be written again as it is read. */
export function openSource(markdown: string): RichSource | null {
  const tree = markdown.length <= LONGEST_RICH ? readMarkdown(markdown) : null;
  const document = tree && documentOf(tree);
  if (!document || !same(documentIn(written(document.content ?? [])), document)) return null;
  let end = 0;
  const blocks = tree.children.map(({ position }) => {
    const [from, to] = [position?.start.offset ?? end, position?.end.offset ?? end];
    const before = markdown.slice(end, from);
    end = to;
    return { source: markdown.slice(from, to), before };
  });
  return { document, blocks, after: markdown.slice(end) };
}

/** A block of what is edited: which one of the source it still is, if any. */
export type Edited = { node: RichNode; rank: number | null };

/** The Markdown of what is edited. What nobody touched is written as it was. */
export function sourceOf(edited: readonly Edited[], { blocks, after }: Pick<RichSource, "blocks" | "after">): string {
  const whole = written(edited.map(({ node }) => node));
  if (edited.every(({ rank }) => rank === null)) return whole;
  const parts = edited
    .map(({ node, rank }, place) => {
      const known = rank === null ? undefined : blocks[rank];
      const follows = place === 0 ? rank === 0 : rank !== null && edited[place - 1]?.rank === rank - 1;
      const source = known?.source ?? written([node]);
      return { source, before: follows && known ? known.before : "\n\n" };
    })
    .filter(({ source }) => source !== "");
  const text = parts
    .map(({ source, before }, place) => (place === 0 && before === "\n\n" ? "" : before) + source)
    .join("");
  const closed = edited.at(-1)?.rank === blocks.length - 1 ? text + after : text;
  return same(documentIn(closed), documentIn(whole)) ? closed : whole;
}
