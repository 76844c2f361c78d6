/** Rows as one parameter, for `json_to_recordset`. What a cut text may end with, half of a character, the database refuses. */
export const records = (rows: readonly object[]): string =>
  JSON.stringify(rows, (_, value: unknown) => (typeof value === "string" ? value.toWellFormed() : value));
