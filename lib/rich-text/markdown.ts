import type { Root } from "mdast";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import { unified } from "unified";
import { canBeLaidOut } from "#lib/platform/markdown-bounds";

const reader = unified().use(remarkParse).use(remarkGfm);

/** A text as it was typed, whatever readers see of it; null when it is too marked to be read. */
export const readMarkdown = (markdown: string): Root | null => (canBeLaidOut(markdown) ? reader.parse(markdown) : null);
