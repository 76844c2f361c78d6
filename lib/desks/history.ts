import type { Viewer } from "#lib/auth/editor";
import { deskOf } from "#lib/desks/desks";
import { fieldWords } from "#lib/edit-forms/fields";
import type { EditField } from "#lib/edit-forms/schema";
import { type EditorialNoun, titleOf } from "#lib/nouns/cards";
import type { EditorialState } from "#lib/publication/schema";
import { listRevisions } from "#lib/revisions/queries";
import { changedNames } from "#lib/revisions/rules";
import type { HistoryQuery, Revision } from "#lib/revisions/schema";
import { wordChanges } from "#lib/revisions/word-changes";

/** What differs between a version and the one that it follows, word by word. */
export function changesOf(fields: readonly EditField[], shown: Revision, before: Revision | null) {
  const changed = before ? changedNames(shown.values, before.values) : [];
  return fields.flatMap((field) => {
    if (!before || !changed.includes(field.name)) return [];
    const [then, now] = [before, shown].map(({ values }) => fieldWords(field, values[field.name]));
    return [{ label: field.label, parts: wordChanges(then ?? "", now ?? "") }];
  });
}

/** The history of an item as its screen shows it; what acts on people is only compared where both versions hold it. */
export async function historyOf(
  viewer: Viewer,
  noun: EditorialNoun,
  { row, latest, id }: { row: EditorialState | null; latest: Revision | null; id: string },
  query: HistoryQuery,
) {
  const desk = deskOf(noun);
  const { shown, before, ...listed } = await listRevisions(viewer, noun, id, query);
  const fields = shown && before ? await desk.fields(viewer) : [];
  const compared = ({ name }: EditField) =>
    !desk.acts?.includes(name) || [shown, before].every((one) => one && name in one.values);
  return {
    ...listed,
    title: row ? titleOf(noun, row) : (latest?.title ?? ""),
    shown: shown && { ...shown, changes: changesOf(fields.filter(compared), shown, before), isFirst: before === null },
    posted: { noun, id, step: "restore", version: String(Math.max(row?.version ?? 0, latest?.version ?? 0)) },
  };
}
