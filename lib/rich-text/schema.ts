/** A text as the editor of texts holds it. */
export type RichMark = { type: string; attrs?: Record<string, unknown> };
export type RichNode = {
  type: string;
  attrs?: Record<string, unknown>;
  content?: RichNode[];
  marks?: RichMark[];
  text?: string;
};

/** In characters: a longer one is written as it is. */
export const LONGEST_RICH = 60_000;

/** A page of the portal to which a link may lead. */
export type LinkTarget = { title: string; kind: string; href: string };

/** Pages as the editor is answered them. */
export const asTargets = (found: readonly LinkTarget[]): string => JSON.stringify(found);

/** @returns none for what is no answer of this portal */
export function readTargets(answer: string): LinkTarget[] {
  try {
    const read: unknown = JSON.parse(answer);
    return Array.isArray(read) && read.every((one) => typeof one?.href === "string") ? read : [];
  } catch {
    return [];
  }
}
