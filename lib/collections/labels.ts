import type { CollectionKind } from "#lib/collections/schema";
import type { ReadingLevel } from "#prisma/enums";

export const collectionKindLabels = {
  collection: "Collection",
  reading_path: "Parcours de lecture",
} satisfies Record<CollectionKind, string>;

/** What somebody has before them; also the line that opens a level in the edit form. */
export const levelLabels = {
  five_minutes: "5\u00A0minutes",
  half_hour: "30\u00A0minutes",
  half_day: "Une demi-journée",
} satisfies Record<ReadingLevel, string>;

const HOUR = 60;

/** « 45 min », « 1 h 05 ». @param minutes a whole number */
export function timeLabel(minutes: number): string {
  const hours = Math.floor(minutes / HOUR);
  const rest = minutes % HOUR;
  if (hours === 0) return `${rest}\u00A0min`;
  return rest === 0 ? `${hours}\u00A0h` : `${hours}\u00A0h\u00A0${String(rest).padStart(2, "0")}`;
}
