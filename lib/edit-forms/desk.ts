import type { z } from "zod";
import type { Editor, Viewer } from "#lib/auth/editor";
import { fieldValues } from "#lib/edit-forms/fields";
import type { Edit, EditField } from "#lib/edit-forms/schema";
import type { FormValues } from "#lib/forms/state";
import type { Transaction } from "#lib/platform/db";
import type { PublishedEdition, Saved } from "#lib/publication/mutations";
import type { EditorialState } from "#lib/publication/schema";

/** How a noun is edited: its form, and what the form is read from. */
export type Desk<S extends z.ZodType<Edit>, Row extends EditorialState> = {
  schema: S;
  fields: (editor: Viewer) => readonly EditField[] | Promise<readonly EditField[]>;
  values: (row: Row | z.output<S>) => Record<string, unknown>;
  initial?: Record<string, unknown>;
  find: (editor: Viewer, id: string, client?: Transaction) => Promise<Row | null>;
  isOwnAddress?: (slug: string) => boolean;
  /** Fields that act on people: once the item is stored, a screen of their own saves them, and no working copy holds them. */
  acts?: readonly string[];
  /** What a form holds, as its editor goes on with it once it was saved. */
  tidy?: (values: FormValues) => Promise<FormValues>;
  /** A few more words about the rows of a list: type, date… */
  details?: (editor: Viewer, ids: readonly string[]) => Promise<ReadonlyMap<string, string>>;
};

/** The desk of a noun that is only known at run time. */
export type AnyDesk = Omit<Desk<z.ZodType<Edit>, EditorialState>, "values"> & {
  values(row: EditorialState | Edit): Record<string, unknown>;
};

/** The save of a noun that is only known at run time: what its schema reads is what it saves. */
export type AnySave = {
  save(editor: Editor, input: Edit, at: Date, edition?: PublishedEdition): Promise<Saved>;
}["save"];

export const desk = <S extends z.ZodType<Edit>, Row extends EditorialState>(given: Desk<S, Row>): Desk<S, Row> => given;

/**
 * The fields of the form of an item.
 * @param row null while it is not stored
 * @returns `kept` what its row says of those that are saved elsewhere
 */
export async function formOf(desk: AnyDesk, editor: Viewer, row: EditorialState | null) {
  const all = await desk.fields(editor);
  const isAct = ({ name }: EditField) => row !== null && (desk.acts ?? []).includes(name);
  return {
    fields: all.filter((field) => !isAct(field)),
    kept: row ? fieldValues(all.filter(isAct), desk.values(row)) : {},
  };
}

export const columnValues = (row: object): Record<string, unknown> => ({ ...row });
