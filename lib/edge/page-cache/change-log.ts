import type { Entry } from "#lib/edge/page-cache/entry";

/** Whatever was changed: something may have been that nobody told. */
const EVERYTHING = "*";

export type ChangeLog = {
  count(): number;
  /** @param table null when changes may have been missed */
  write(table: string | null): void;
  /** Whether something that an entry is made of may have changed since. */
  concerns(entry: Pick<Entry, "tables" | "asOf">): boolean;
  /** Whether a table, or nobody knows which, changed since a count. */
  changedSince(table: string, count: number): boolean;
};

/** In which order the tables changed last: an entry is compared with it when it is asked for, so that a change costs nothing. */
export function createChangeLog(): ChangeLog {
  const last = new Map<string, number>();
  let count = 0;
  const changedSince = (table: string, since: number) =>
    Math.max(last.get(table) ?? 0, last.get(EVERYTHING) ?? 0) > since;
  return {
    count: () => count,
    write: (table) => {
      count += 1;
      last.set(table ?? EVERYTHING, count);
    },
    concerns: ({ tables, asOf }) => asOf < count && [...tables].some((table) => changedSince(table, asOf)),
    changedSince,
  };
}
