import type { EditorialNoun } from "#lib/editorial/schema";
import { type AdminSection, paths } from "#lib/platform/paths";

/** The room of the back office where each noun is edited. */
export const sectionOf = {
  need: "besoins",
  centre: "centres",
  resource: "ressources",
  webinar: "webinaires",
  page: "pages",
  term: "glossaire",
  figure: "observatoire",
} as const satisfies Record<EditorialNoun, AdminSection>;

/** What each room is called. */
export const sectionLabels = {
  need: "Besoins",
  centre: "Centres",
  resource: "Ressources",
  webinar: "Webinaires",
  page: "Pages",
  term: "Glossaire",
  figure: "Observatoire",
} as const satisfies Record<EditorialNoun, string>;

/** The public page of an item. */
export const publicPath = {
  need: paths.need,
  centre: paths.centre,
  resource: paths.resource,
  webinar: paths.webinar,
  page: paths.page,
  term: paths.term,
  figure: paths.figure,
} as const satisfies Record<EditorialNoun, (slug: string) => string>;

/**
 * The edit page after something was done to an item.
 * @param done what, in one word of the address
 * @param opening which opening of the edit form the page holds: a new one makes it read what is stored
 */
export const doneHref = (noun: EditorialNoun, id: string, done: string, opening: string): string =>
  paths.adminEdit(sectionOf[noun], id, { fait: done, ouverture: opening });
