import type { EditorialState } from "#lib/publication/schema";

export const editorialState = {
  id: true,
  slug: true,
  publishedAt: true,
  withdrawnAt: true,
  updatedAt: true,
  version: true,
  confidence: true,
} as const satisfies Record<keyof EditorialState, true>;

export const editedColumns = { ...editorialState, source: true } as const;

/** The columns of some kinds, as a `select`. */
type ColumnsOf<Kinds, Kind> = { [Column in keyof Kinds as Kinds[Column] extends Kind ? Column : never]: true };

/** @param kinds what each column of a table is */
export const columnsOf = <const Kinds extends Readonly<Record<string, string>>, Kind extends string>(
  kinds: Kinds,
  ...wanted: Kind[]
): ColumnsOf<Kinds, Kind> => {
  const columns = Object.entries(kinds).filter(([, kind]) => wanted.some((one) => one === kind));
  return Object.fromEntries(columns.map(([column]) => [column, true])) as ColumnsOf<Kinds, Kind>;
};
