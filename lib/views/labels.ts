import { OTHER_PAGES } from "#lib/views/rules";

/** A page without a title of its own is named by its path. */
export const nameOfPage = (path: string): string => (path === OTHER_PAGES ? "Autres pages" : path);

const month = new Intl.DateTimeFormat("fr-FR", { month: "long", year: "numeric", timeZone: "UTC" });

/** « octobre 2026 ». @param of YYYY-MM */
export const formatMonth = (of: string): string => month.format(new Date(`${of}-15T12:00:00Z`));
