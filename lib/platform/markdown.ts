import type { Root, RootContent } from "hast";
import { LRUCache } from "lru-cache";
import rehypeSanitize, { defaultSchema } from "rehype-sanitize";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import remarkRehype from "remark-rehype";
import { unified } from "unified";
import { canBeLaidOut } from "#lib/platform/markdown-bounds";
import { french } from "#lib/platform/text";

/** The Markdown that editors may write: no raw HTML, no image, no heading that would rival the page's own. */
const TAGS = "p br strong em del a ul ol li blockquote h2 h3 h4 table thead tbody tr th td code pre hr sup section";
const ALLOWED = { ...defaultSchema, tagNames: TAGS.split(" ") };

const processor = unified().use(remarkParse).use(remarkGfm).use(remarkRehype).use(rehypeSanitize, ALLOWED);

function typeset(node: Root | RootContent): void {
  if (node.type === "text") node.value = french(node.value);
  if (!("children" in node) || ("tagName" in node && node.tagName === "code")) return;
  for (const child of node.children) typeset(child);
}

/** Its paragraphs and nothing more: what is too marked to be laid out is read all the same. */
const asTyped = (markdown: string): Root => ({
  type: "root",
  children: markdown
    .split(/(?:\r?\n){2,}/)
    .filter((text) => text.trim() !== "")
    .map((value) => ({ type: "element", tagName: "p", properties: {}, children: [{ type: "text", value }] })),
});

function laidOut(markdown: string): Root {
  const tree = canBeLaidOut(markdown) ? (processor.runSync(processor.parse(markdown)) as Root) : asTyped(markdown);
  typeset(tree);
  return tree;
}

const trees = new LRUCache({ maxSize: 200_000, sizeCalculation: (_, { length }) => length + 1, memoMethod: laidOut });
/** Kept, for a page that is drawn anew says most of what it said. @returns what other pages are made of too: to be copied, never changed */
export const parseMarkdown = (markdown: string): Root => trees.memo(markdown);
