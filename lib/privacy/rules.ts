import type { Kind } from "#lib/privacy/columns";
import { columnsOf } from "#lib/publication/columns";

type Columns = Readonly<Record<string, Kind>>;

export const toldColumns = <const C extends Columns>(columns: C) => columnsOf(columns, "personal", "count");

/** The columns in which something of a visitor stands until it is erased. */
export const erasedColumns = (columns: Columns): string[] => Object.keys(columnsOf(columns, "personal", "trace"));

/** SQL: what an UPDATE sets to erase a row. @param blanks SQL by column, where it may not be null */
export const erasure = (columns: Columns, blanks: Readonly<Record<string, string>>): string =>
  erasedColumns(columns)
    .map((name) => `"${name}" = ${blanks[name] ?? "NULL"}`)
    .join(", ");
