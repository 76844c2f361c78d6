import { CARDS, type EditorialNoun } from "#lib/nouns/cards";
import { paths } from "#lib/platform/paths";

/**
 * The edit page after something was done to an item.
 * @param done what, in one word of the address
 * @param more what else it counts
 * @param opening which opening of the edit form the page holds: a new one makes it read what is stored
 */
export const doneHref = (
  noun: EditorialNoun,
  id: string,
  done: string,
  opening: string,
  more: Readonly<Record<string, number>> = {},
): string => paths.adminEdit(CARDS[noun].section, id, { fait: done, ouverture: opening, ...more });
