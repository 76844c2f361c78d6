import type { Root } from "hast";
import rehypeSanitize, { defaultSchema } from "rehype-sanitize";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import remarkRehype from "remark-rehype";
import { unified } from "unified";

/** The Markdown that editors may write: no raw HTML, no image, no heading that would rival the page's own. */
const ALLOWED = {
  ...defaultSchema,
  tagNames: [
    ..."p br strong em del a ul ol li blockquote h2 h3 h4 table thead tbody tr th td code pre hr sup section".split(
      " ",
    ),
  ],
};

const processor = unified().use(remarkParse).use(remarkGfm).use(remarkRehype).use(rehypeSanitize, ALLOWED);

/** Markdown as a tree of safe elements. */
export const parseMarkdown = (markdown: string): Root => processor.runSync(processor.parse(markdown)) as Root;
