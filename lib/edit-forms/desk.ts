import type { z } from "zod";
import type { Editor } from "#lib/auth/editor";
import type { Edit, EditField } from "#lib/edit-forms/schema";
import type { Saved } from "#lib/publication/mutations";
import type { EditorialState } from "#lib/publication/schema";

/** How a noun is edited: its form, and what the form is read from. */
export type Desk<S extends z.ZodType<Edit>, Row extends EditorialState> = {
  schema: S;
  /** The fields, with what may be chosen today. */
  fields: (editor: Editor) => readonly EditField[] | Promise<readonly EditField[]>;
  /** The values of a row, or of what was typed, under the names of the fields. */
  values: (row: Row | z.output<S>) => Record<string, unknown>;
  /** What the form of a new one begins with. */
  initial?: Record<string, unknown>;
  find: (editor: Editor, id: string) => Promise<Row | null>;
  /** A few more words about the rows of a list: type, date… */
  details?: (editor: Editor, ids: readonly string[]) => Promise<ReadonlyMap<string, string>>;
};

/** The desk of a noun that is only known at run time. */
export type AnyDesk = Omit<Desk<z.ZodType<Edit>, EditorialState>, "values"> & {
  values(row: EditorialState | Edit): Record<string, unknown>;
};

/** The save of a noun that is only known at run time: what its schema reads is what it saves. */
export type AnySave = { save(editor: Editor, input: Edit, at: Date): Promise<Saved> }["save"];

/** Holds the types of a desk together. */
export const desk = <S extends z.ZodType<Edit>, Row extends EditorialState>(given: Desk<S, Row>): Desk<S, Row> => given;

/** The values of a noun whose fields have the names of its columns. */
export const columnValues = (row: object): Record<string, unknown> => ({ ...row });
