import type { Editor } from "#lib/auth/editor";
import type { EditField } from "#lib/editorial/schema";
import { listNeedsForEditor } from "#lib/needs/queries";
import { formatDay, formatHours } from "#lib/platform/dates";
import { counted } from "#lib/platform/text";
import { webinarFields } from "#lib/webinars/fields";
import { listCyclesForEditor } from "#lib/webinars/queries";

/** The edit form of a webinar, with the needs and cycles of the day. */
export async function editableWebinarFields(editor: Editor): Promise<EditField[]> {
  const [needs, cycles] = await Promise.all([listNeedsForEditor(editor), listCyclesForEditor(editor)]);
  return webinarFields({ needs, cycles });
}

type Session = {
  startsAt: Date;
  durationMinutes: number;
  cancelledAt: Date | null;
  capacity: number | null;
  taken: number;
  waiting: number;
};

/** A session in a line: when, in Paris, and how full. */
export function sessionWords({ startsAt, durationMinutes, cancelledAt, capacity, taken, waiting }: Session): string {
  const seats = capacity === null ? "" : ` pour ${counted(capacity, "place", "places")}`;
  const words = [
    `${formatDay(startsAt)}, ${formatHours(startsAt, durationMinutes)}`,
    `${counted(taken, "inscrit", "inscrits")}${seats}`,
    ...(waiting ? [`${waiting} en attente`] : []),
    ...(cancelledAt ? ["séance annulée"] : []),
  ];
  return words.join(" · ");
}
