import type { Viewer } from "#lib/auth/editor";
import { deskOf } from "#lib/desks/desks";
import { fieldValues, fieldWords } from "#lib/edit-forms/fields";
import type { EditField } from "#lib/edit-forms/schema";
import type { FormValues } from "#lib/forms/state";
import { listedItems } from "#lib/items/queries";
import { type ListedItem, type ListQuery, listStateLabels } from "#lib/items/schema";
import { cardOf, type EditorialNoun } from "#lib/nouns/cards";
import { fromParis } from "#lib/platform/dates";
import { env } from "#lib/platform/env";
import { absolute } from "#lib/platform/paths";
import { publicationState } from "#lib/publication/rules";
import { listWorkingCopies } from "#lib/revisions/queries";
import type { Cell, Column, Table } from "#lib/tables/schema";

/** Rows that are read together, in one statement. */
const AT_ONCE = 200;

const kinds: Partial<Record<EditField["kind"], NonNullable<Column["holds"]>>> = {
  number: "number",
  day: "day",
  instant: "moment",
};

/** What a field holds, as a cell; a draft may hold what is no number nor date yet. */
function cellOf(field: EditField, value: string | string[] | undefined): Cell {
  const words = fieldWords(field, value);
  if (!words || !kinds[field.kind]) return words;
  if (field.kind === "number") return Number.isFinite(Number(words)) ? Number(words) : words;
  const instant = field.kind === "day" ? new Date(words) : fromParis(words);
  return instant && Number.isFinite(instant.getTime()) ? instant : words;
}

const ownColumns = (noun: EditorialNoun, at: Date) => {
  const state = (item: ListedItem) => publicationState(item, at);
  const shown = (item: ListedItem) => item.changed && state(item) === "published";
  return {
    before: [
      { label: "Identifiant", cell: ({ id }: ListedItem): Cell => id },
      { label: "État", cell: (item: ListedItem): Cell => listStateLabels[shown(item) ? "changed" : state(item)] },
      {
        label: "Page publique",
        cell: (item: ListedItem): Cell =>
          state(item) === "published" ? absolute(env().SITE_URL, cardOf(noun).path(item.slug)) : null,
      },
    ],
    after: [{ label: "Dernière modification", holds: "moment", cell: (item: ListedItem): Cell => item.updatedAt }],
  } as const;
};

/** What the form of each opens on, its working copy where there is one. */
async function writtenValues(
  viewer: Viewer,
  noun: EditorialNoun,
  fields: readonly EditField[],
  ids: readonly string[],
): Promise<ReadonlyMap<string, FormValues>> {
  const desk = deskOf(noun);
  const [rows, copies] = await Promise.all([
    Promise.all(ids.map((id) => desk.find(viewer, id))),
    listWorkingCopies(viewer, noun, ids),
  ]);
  const stored = rows.flatMap((row) => (row ? [[row.id, fieldValues(fields, desk.values(row))] as const] : []));
  return new Map([...stored, ...copies]);
}

/** What a list of editors shows, with every field of the form of each: what an import takes is there. */
export async function itemsTable(viewer: Viewer, noun: EditorialNoun, query: ListQuery, at: Date): Promise<Table> {
  const [fields, items] = await Promise.all([deskOf(noun).fields(viewer), listedItems(viewer, noun, query, at)]);
  const { before, after } = ownColumns(noun, at);
  const rows: Cell[][] = [];
  for (let from = 0; from < items.length; from += AT_ONCE) {
    const some = items.slice(from, from + AT_ONCE);
    const ids = some.map(({ id }) => id);
    const values = await writtenValues(viewer, noun, fields, ids);
    for (const item of some) {
      const own = values.get(item.id) ?? {};
      const written = fields.map((field) => cellOf(field, own[field.name]));
      rows.push([...before.map(({ cell }) => cell(item)), ...written, ...after.map(({ cell }) => cell(item))]);
    }
  }
  const formColumns = fields.map(({ label, kind }): Column => ({ label, holds: kinds[kind] ?? "text" }));
  return { name: cardOf(noun).section, columns: [...before, ...formColumns, ...after], rows };
}
