import { counted, quoted } from "#lib/platform/text";
import type { ResourceQuery, ResourceSearch } from "#lib/resources/schema";

/** The title of a search: the number of results is what a screen reader says first. */
export const searchTitle = (
  { q }: ResourceQuery,
  { total, page, pageCount, nearby }: Pick<ResourceSearch, "total" | "page" | "pageCount" | "nearby">,
): string => {
  const none = nearby.length > 0 ? "Ressources proches" : "Aucune ressource";
  return [
    total === 0 ? none : counted(total, "ressource", "ressources"),
    q && quoted(q),
    pageCount > 1 && `page ${page} sur ${pageCount}`,
  ]
    .filter(Boolean)
    .join(", ");
};
