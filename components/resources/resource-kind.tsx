import { counted, isLanguage } from "#lib/platform/text";
import { resourceTypeLabels } from "#lib/resources/labels";
import type { ResourceSummary } from "#lib/resources/schema";

const MINUTES_PER_HOUR = 60;

/** « 45 min », « 1 h 30 ». @param minutes length in minutes */
export function readableDuration(minutes: number): string {
  const hours = Math.floor(minutes / MINUTES_PER_HOUR);
  const rest = minutes % MINUTES_PER_HOUR;
  if (hours === 0) return `${rest}\u00A0min`;
  return rest === 0 ? `${hours}\u00A0h` : `${hours}\u00A0h\u00A0${String(rest).padStart(2, "0")}`;
}

const languages = new Intl.DisplayNames("fr", { type: "language" });

/** « anglais » ; the tag itself when it is none. */
export const languageName = (tag: string): string => (isLanguage(tag) ? (languages.of(tag) ?? tag) : tag);

const MINUTES_PER_PAGE = 2;
const ROUND = 5;

/** About how long reading takes, to the next five minutes: two minutes a page. */
export const readingMinutes = (pages: number): number => Math.ceil((pages * MINUTES_PER_PAGE) / ROUND) * ROUND;

type Measured = Pick<ResourceSummary, "type" | "year" | "pages" | "durationMinutes">;

/** What a document is, how old and how long: « Rapport · 2018 · 26 pages ». What is unknown is left out. */
export const resourceKind = ({ type, year, pages, durationMinutes }: Measured): string =>
  [
    resourceTypeLabels[type],
    year,
    pages && counted(pages, "page", "pages"),
    durationMinutes && readableDuration(durationMinutes),
  ]
    .filter(Boolean)
    .join(" · ");
