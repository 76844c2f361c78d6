import { db } from "#lib/platform/db";

/**
 * Where some words stand in the database: every column of every table of the portal and of its jobs is read as text.
 * @returns « schema.table » of each row that holds one of them
 */
export async function tracesOf(words: readonly string[]): Promise<string[]> {
  const tables = await db.$queryRaw<{ name: string }[]>`
    SELECT format('%I.%I', schemaname, tablename) AS "name" FROM pg_tables
    WHERE schemaname IN ('public', 'pgboss') AND tablename <> '_prisma_migrations' ORDER BY 1`;
  const found: string[] = [];
  for (const { name } of tables) {
    const rows = await db.$queryRawUnsafe<{ row: string }[]>(`SELECT to_jsonb(t)::text AS "row" FROM ${name} t`);
    for (const { row } of rows) {
      const text = row.toLowerCase();
      if (words.some((word) => text.includes(word.toLowerCase()))) found.push(name);
    }
  }
  return found;
}
