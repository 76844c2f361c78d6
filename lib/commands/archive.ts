import { createReadStream, createWriteStream } from "node:fs";
import { createInterface } from "node:readline";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGunzip, createGzip } from "node:zlib";
import type pg from "pg";
import { z } from "zod";
import { CommandError } from "#lib/commands/steps";

/**
 * A backup is gzipped lines of JSON: a header, then every row of every table, then the number of rows by table.
 * Any release can read it, whatever the version of the server: no tool of PostgreSQL is needed on either side.
 */
const FORMAT = "innovation-territoriale/1";
const BATCH = 500;
const PROGRESS_TABLE = "_prisma_migrations";

const header = z.object({ format: z.literal(FORMAT), at: z.iso.datetime(), migrations: z.array(z.string()) });
const row = z.object({ table: z.string(), row: z.record(z.string(), z.unknown()) });
const footer = z.object({ counts: z.record(z.string(), z.int()) });

export type Counts = Record<string, number>;

export const rowsOf = (counts: Counts): number => Object.values(counts).reduce((sum, count) => sum + count, 0);

/** Tables of the portal with those they refer to first, so that rows can be put back in order. */
export async function tablesInOrder(client: pg.Client): Promise<string[]> {
  const { rows: tables } = await client.query<{ name: string }>(
    "SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' AND tablename <> $1 ORDER BY tablename",
    [PROGRESS_TABLE],
  );
  const { rows: links } = await client.query<{ child: string; parent: string }>(
    `SELECT c.relname AS child, p.relname AS parent FROM pg_constraint k
     JOIN pg_class c ON c.oid = k.conrelid JOIN pg_class p ON p.oid = k.confrelid WHERE k.contype = 'f'`,
  );
  const ordered: string[] = [];
  const visit = (name: string) => {
    if (ordered.includes(name)) return;
    for (const { child, parent } of links) if (child === name && parent !== name) visit(parent);
    ordered.push(name);
  };
  for (const { name } of tables) visit(name);
  return ordered;
}

export async function finishedMigrations(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT migration_name AS name FROM "${PROGRESS_TABLE}" WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL ORDER BY 1`,
  );
  return rows.map(({ name }) => name);
}

async function* readTable(client: pg.Client, table: string): AsyncGenerator<Record<string, unknown>> {
  await client.query(`DECLARE rows NO SCROLL CURSOR FOR SELECT to_jsonb(t) AS row FROM "${table}" t`);
  for (;;) {
    const { rows } = await client.query<{ row: Record<string, unknown> }>(`FETCH ${BATCH} FROM rows`);
    for (const { row: content } of rows) yield content;
    if (rows.length < BATCH) break;
  }
  await client.query("CLOSE rows");
}

async function* lines(client: pg.Client, at: Date, counts: Counts): AsyncGenerator<string> {
  yield JSON.stringify({ format: FORMAT, at: at.toISOString(), migrations: await finishedMigrations(client) });
  for (const table of await tablesInOrder(client)) {
    counts[table] = 0;
    for await (const content of readTable(client, table)) {
      counts[table]++;
      yield JSON.stringify({ table, row: content });
    }
  }
  yield JSON.stringify({ counts });
}

/**
 * Writes the whole database, as it was at one instant even while people register.
 * @param at instant written in the header
 * @returns number of rows by table
 */
export async function writeArchive(client: pg.Client, file: string, at: Date): Promise<Counts> {
  const counts: Counts = {};
  await client.query("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
  const withLineEnds = async function* () {
    for await (const line of lines(client, at, counts)) yield `${line}\n`;
  };
  await pipeline(Readable.from(withLineEnds()), createGzip(), createWriteStream(file, { mode: 0o600 }));
  await client.query("COMMIT");
  return counts;
}

/**
 * Reads a backup from end to end.
 * @param onRows receives the rows of one table, in batches, in an order that respects references
 * @returns what the backup says of itself
 * @throws CommandError when the file is not a complete backup
 */
export async function readArchive(
  file: string,
  onRows: (table: string, rows: Record<string, unknown>[]) => Promise<void>,
): Promise<{ at: string; migrations: string[]; counts: Counts }> {
  const incomplete = new CommandError(`« ${file} » n’est pas une sauvegarde complète du portail.`);
  const source = createReadStream(file).compose(createGunzip());
  const counts: Counts = {};
  let head: z.output<typeof header> | undefined;
  let announced: Counts | undefined;
  let batch: { table: string; rows: Record<string, unknown>[] } = { table: "", rows: [] };
  const flush = async (next: string) => {
    if (batch.rows.length) await onRows(batch.table, batch.rows);
    batch = { table: next, rows: [] };
  };
  try {
    for await (const line of createInterface({ input: source })) {
      const value: unknown = JSON.parse(line);
      if (!head) {
        head = header.parse(value);
        continue;
      }
      const content = row.safeParse(value);
      if (!content.success) {
        announced = footer.parse(value).counts;
        break;
      }
      const { table } = content.data;
      if (table !== batch.table || batch.rows.length >= BATCH) await flush(table);
      batch.rows.push(content.data.row);
      counts[table] = (counts[table] ?? 0) + 1;
    }
    await flush("");
  } catch (error) {
    if (error instanceof z.ZodError || error instanceof SyntaxError || isZlib(error)) throw incomplete;
    throw error;
  }
  if (!head || !announced) throw incomplete;
  for (const [table, count] of Object.entries(announced)) if ((counts[table] ?? 0) !== count) throw incomplete;
  return { at: head.at, migrations: head.migrations, counts: announced };
}

const isZlib = (error: unknown) =>
  error instanceof Error && /^Z_|^ENOENT/.test((error as NodeJS.ErrnoException).code ?? "");
