import type { Viewer } from "#lib/auth/editor";
import { deskOf } from "#lib/desks/desks";
import { formOf } from "#lib/edit-forms/desk";
import { fieldValues } from "#lib/edit-forms/fields";
import type { FormValues } from "#lib/forms/state";
import type { EditorialNoun } from "#lib/nouns/cards";
import type { EditorialState } from "#lib/publication/schema";
import { findLatestRevision } from "#lib/revisions/queries";
import type { Revision } from "#lib/revisions/schema";

/** `waiting`: there is something that the public does not read yet. */
export type Written = { values: FormValues; version: number; waiting: boolean };

/** What the form of an item opens on: its working copy, or what is stored. Null when there is neither. */
export async function findWritten(editor: Viewer, noun: EditorialNoun, id: string): Promise<Written | null> {
  const desk = deskOf(noun);
  const [row, latest] = await Promise.all([desk.find(editor, id), findLatestRevision(editor, noun, id)]);
  return row || latest?.state === "working" ? writtenOf(editor, noun, row, latest) : null;
}

/** The same, of what was read of it; of what is new, what it begins with. */
export async function writtenOf(
  editor: Viewer,
  noun: EditorialNoun,
  row: EditorialState | null,
  latest: Revision | null,
  begun: Record<string, unknown> = {},
) {
  const desk = deskOf(noun);
  const copy = latest?.state === "working" ? latest : null;
  const { fields, kept } = await formOf(desk, editor, row);
  const values = copy?.values ?? fieldValues(fields, row ? desk.values(row) : begun);
  const version = Math.max(row?.version ?? 0, latest?.version ?? 0);
  return { fields, kept, values, version, copy, waiting: copy !== null };
}
