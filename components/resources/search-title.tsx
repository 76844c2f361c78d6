import { counted, quoted } from "#lib/platform/text";
import type { ResourceQuery, ResourceSearch } from "#lib/resources/schema";

/** The title of a search: the number of results is what a screen reader says first. */
export const searchTitle = ({ q }: ResourceQuery, { total, page, pageCount }: ResourceSearch): string =>
  [
    total === 0 ? "Aucune ressource" : counted(total, "ressource", "ressources"),
    q && quoted(q),
    pageCount > 1 && `page ${page} sur ${pageCount}`,
  ]
    .filter(Boolean)
    .join(", ");
