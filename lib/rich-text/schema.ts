import { z } from "zod";

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

const targets = z.array(z.object({ title: z.string(), kind: z.string(), href: z.string() }));

/** A page of the portal to which a link may lead. */
export type LinkTarget = z.output<typeof targets>[number];

/** Pages as the editor is answered them. */
export const asTargets = (found: readonly LinkTarget[]): string => JSON.stringify(found);

/** @returns none for what is no answer of this portal */
export function readTargets(answer: string): LinkTarget[] {
  try {
    return targets.parse(JSON.parse(answer));
  } catch {
    return [];
  }
}
