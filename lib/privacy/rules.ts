import type { Kind } from "#lib/privacy/columns";

type Columns = Readonly<Record<string, Kind>>;

const namesOf = (columns: Columns, ...kinds: Kind[]) =>
  Object.entries(columns).flatMap(([name, kind]) => (kinds.includes(kind) ? [name] : []));

/** The columns in which something of a visitor stands until it is erased. */
export const erasedColumns = (columns: Columns): string[] => namesOf(columns, "personal", "trace");

/** SQL: what an UPDATE sets to erase a row. @param blanks SQL by column, where it may not be null */
export const erasure = (columns: Columns, blanks: Readonly<Record<string, string>>): string =>
  erasedColumns(columns)
    .map((name) => `"${name}" = ${blanks[name] ?? "NULL"}`)
    .join(", ");

type Told<C extends Columns> = { [K in keyof C as C[K] extends "personal" | "count" ? K : never]: true };

/** What the export of a person selects of a table. */
export const toldColumns = <C extends Columns>(columns: C): Told<C> =>
  Object.fromEntries(namesOf(columns, "personal", "count").map((name) => [name, true])) as Told<C>;
