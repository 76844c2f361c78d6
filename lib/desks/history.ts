import type { Viewer } from "#lib/auth/editor";
import { deskOf } from "#lib/desks/desks";
import { fieldWords } from "#lib/edit-forms/fields";
import { type EditorialNoun, titleOf } from "#lib/nouns/cards";
import type { EditorialState } from "#lib/publication/schema";
import { listRevisions } from "#lib/revisions/queries";
import { changedNames } from "#lib/revisions/rules";
import type { HistoryQuery, Revision } from "#lib/revisions/schema";
import { wordChanges } from "#lib/revisions/word-changes";

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
  const changed = shown && before ? changedNames(shown.values, before.values) : [];
  const changes = fields.flatMap((field) => {
    if (!shown || !before || !changed.includes(field.name)) return [];
    const isAct = desk.acts?.includes(field.name);
    if (isAct && !(field.name in shown.values && field.name in before.values)) return [];
    const [then, now] = [before, shown].map(({ values }) => fieldWords(field, values[field.name]));
    return [{ label: field.label, parts: wordChanges(then ?? "", now ?? "") }];
  });
  return {
    ...listed,
    title: row ? titleOf(noun, row) : (latest?.title ?? ""),
    shown: shown && { ...shown, changes, isFirst: before === null },
    posted: { noun, id, step: "restore", version: String(Math.max(row?.version ?? 0, latest?.version ?? 0)) },
  };
}
