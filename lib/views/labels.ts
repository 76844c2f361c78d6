import { OTHER_PAGES } from "#lib/views/rules";

/** A page without a title of its own is named by its path. */
export const nameOfPage = (path: string): string => (path === OTHER_PAGES ? "Autres pages" : path);
