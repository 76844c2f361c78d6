const MARKS = /\[([^\]]*)\]\([^)]*\)|[*_#>]|^- /gm;
const LONG = 6;

/** What is read of a text in Markdown. */
const read = (markdown: string): string => markdown.replace(MARKS, "$1");

/** Words as a reader counts them: « l’idée » is one. */
export const wordsOf = (markdown: string): string[] => read(markdown).match(/[\p{L}\p{N}][\p{L}\p{N}’-]*/gu) ?? [];

/** Läsbarhetsindex (Björnsson, 1968): words in a sentence, and words of more than six letters in a hundred; 40 is easy. */
export function lix(markdown: string): number {
  const words = wordsOf(markdown);
  const sentences = read(markdown).match(/[.!?:](?=\s|$)/g) ?? [];
  const long = words.filter((word) => word.replace(/^(\p{L}|qu)’/u, "").length > LONG);
  return words.length / Math.max(sentences.length, 1) + (100 * long.length) / Math.max(words.length, 1);
}
