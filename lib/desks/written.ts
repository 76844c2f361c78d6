import type { Viewer } from "#lib/auth/editor";
import { deskOf } from "#lib/desks/desks";
import { fieldValues } from "#lib/edit-forms/fields";
import type { FormValues } from "#lib/forms/state";
import type { EditorialNoun } from "#lib/nouns/cards";
import { findLatestRevision } from "#lib/revisions/queries";

export type Written = {
  values: FormValues;
  version: number;
  /** There is something that the public does not read yet. */
  waiting: boolean;
};

/** What the form of an item opens on: its working copy, or what is stored. Null when there is neither. */
export async function findWritten(editor: Viewer, noun: EditorialNoun, id: string): Promise<Written | null> {
  const desk = deskOf(noun);
  const [row, latest] = await Promise.all([desk.find(editor, id), findLatestRevision(editor, noun, id)]);
  const copy = latest?.state === "working" ? latest : null;
  if (!row && !copy) return null;
  const values = copy?.values ?? fieldValues(await desk.fields(editor), row ? desk.values(row) : {});
  return { values, version: Math.max(row?.version ?? 0, latest?.version ?? 0), waiting: copy !== null };
}
