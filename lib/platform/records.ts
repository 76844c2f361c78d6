/**
 * Rows as one parameter of a statement, for `json_to_recordset`: their number does not change its text. Half of a character,
 * which a text that was cut may end with, is no character that the database takes.
 */
export const records = (rows: readonly object[]): string =>
  JSON.stringify(rows, (_, value: unknown) => (typeof value === "string" ? value.toWellFormed() : value));
