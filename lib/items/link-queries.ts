import type { Editor } from "#lib/auth/editor";
import { foundItems } from "#lib/items/queries";
import { cardOf } from "#lib/nouns/cards";
import { publicationState } from "#lib/publication/rules";
import type { LinkTarget } from "#lib/rich-text/schema";

const MOST_OF_A_NOUN = 5;

/** The pages that the public reads and that answer some words, for a link that leads there. */
export async function linkTargets(editor: Editor, q: string, at: Date): Promise<LinkTarget[]> {
  const found = await foundItems(editor, q, MOST_OF_A_NOUN);
  return found.flatMap(({ noun, rows }) =>
    rows
      .filter((row) => publicationState(row, at) === "published")
      .map(({ title, slug }) => ({ title, kind: cardOf(noun).singular, href: cardOf(noun).path(slug) })),
  );
}
