import { db } from "#lib/platform/db";

type Trace = { table: string; columns: string[] };

/** The rows that hold some words: every column of every table of the portal and of its jobs is read as text. */
async function rowsWith(words: readonly string[]): Promise<Trace[]> {
  const wanted = words.map((word) => word.toLowerCase());
  const tables = await db.$queryRaw<{ name: string }[]>`
    SELECT format('%I.%I', schemaname, tablename) AS "name" FROM pg_tables
    WHERE schemaname IN ('public', 'pgboss') AND tablename <> '_prisma_migrations' ORDER BY 1`;
  const found: Trace[] = [];
  for (const { name } of tables) {
    const rows = await db.$queryRawUnsafe<{ row: Record<string, unknown> }[]>(
      `SELECT to_jsonb(t) AS "row" FROM ${name} t`,
    );
    for (const { row } of rows) {
      const columns = Object.keys(row).filter((column) => {
        const text = JSON.stringify(row[column]).toLowerCase();
        return wanted.some((word) => text.includes(word));
      });
      if (columns.length) found.push({ table: name, columns });
    }
  }
  return found;
}

/**
 * Where some words stand in the database.
 * @returns « schema.table » of each row that holds one of them
 */
export const tracesOf = async (words: readonly string[]): Promise<string[]> =>
  (await rowsWith(words)).map(({ table }) => table);

/** @returns « schema.table.column » of each column that holds one of some words */
export const columnsWith = async (words: readonly string[]): Promise<Set<string>> =>
  new Set((await rowsWith(words)).flatMap(({ table, columns }) => columns.map((column) => `${table}.${column}`)));
