import type { z } from "zod";
import type { Editor, Viewer } from "#lib/auth/editor";
import type { Edit, EditField } from "#lib/edit-forms/schema";
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

export const columnValues = (row: object): Record<string, unknown> => ({ ...row });
