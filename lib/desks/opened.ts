import { randomUUID } from "node:crypto";
import { asEditor, type Viewer } from "#lib/auth/editor";
import { issuePreviewLink } from "#lib/auth/preview-link";
import { deskOf } from "#lib/desks/desks";
import { missingToPublish } from "#lib/desks/missing";
import { listReaders, listReadings } from "#lib/desks/readings/queries";
import { writtenOf } from "#lib/desks/written";
import type { EditorialNoun } from "#lib/nouns/cards";
import { env } from "#lib/platform/env";
import { absolute, paths } from "#lib/platform/paths";
import type { EditorialState } from "#lib/publication/schema";
import type { Revision } from "#lib/revisions/schema";

function previewOf(viewer: Viewer, item: { noun: EditorialNoun; id: string }, at: Date) {
  const editor = asEditor(viewer);
  if (!editor) return null;
  const { token, until } = issuePreviewLink(editor, item, at);
  return { url: absolute(env().SITE_URL, paths.preview(token)), until };
}

/**
 * What the edit screen of an item shows of it and of what is written beside it.
 * @param begun what a new one begins with
 */
export async function openEdition(
  viewer: Viewer,
  noun: EditorialNoun,
  { row, latest, id: known }: { row: EditorialState | null; latest: Revision | null; id: string },
  at: Date,
  begun: Record<string, unknown> = {},
) {
  const initial = { ...deskOf(noun).initial, ...begun };
  const { fields, kept, values, version, copy } = await writtenOf(viewer, noun, row, latest, initial);
  const isStored = row !== null || copy !== null;
  const id = isStored ? known : randomUUID();
  const [readers, readings] = isStored ? await Promise.all([listReaders(viewer), listReadings(viewer, id)]) : [[], []];
  return {
    isStored,
    fields,
    values,
    reading: {
      values: { noun, id },
      readers,
      fields: fields.map(({ name, label }) => ({ value: name, label })),
      readings,
    },
    draft: {
      id,
      pen: randomUUID(),
      version,
      copy,
      preview: isStored ? previewOf(viewer, { noun, id }, at) : null,
      missing: isStored ? await missingToPublish(noun, fields, { ...values, ...kept }) : [],
    },
  };
}
