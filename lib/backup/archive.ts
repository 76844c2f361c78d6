import { createHash } from "node:crypto";
import { createReadStream, createWriteStream } from "node:fs";
import { rename, rm } from "node:fs/promises";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { isDeepStrictEqual } from "node:util";
import { createGunzip, createGzip } from "node:zlib";
import type pg from "pg";
import { z } from "zod";
import { fileParts } from "#lib/backup/files";
import { CommandError } from "#lib/commands/steps";

/**
 * A backup is gzipped lines of JSON: a header, then every row of every table, the files that they name, the number of rows
 * by table and of files, and the digest of all the lines before it. Those of the first releases lack files and digest.
 * Any release can read it, whatever the version of the server: no tool of PostgreSQL is needed on either side.
 */
const FORMAT = "innovation-territoriale/1";
const BATCH = 500;
const PROGRESS_TABLE = "_prisma_migrations";
/** Made anew by whoever needs it, or sent again. */
const LEFT_OUT = [PROGRESS_TABLE, "StaticFile", "UploadPart"];
/** Written by triggers of the tables that it comes from: they write it again as rows are put back. */
const DERIVED = ["SearchEntry", "SearchWord"];

const header = z.object({ format: z.literal(FORMAT), at: z.iso.datetime(), migrations: z.array(z.string()) });
const row = z.object({ table: z.string(), row: z.record(z.string(), z.unknown()) });
const part = z.object({ file: z.string(), part: z.base64() });
const footer = z.object({
  counts: z.record(z.string(), z.int()),
  files: z.int().default(0),
  sha256: z.string().optional(),
});

export type Counts = Record<string, number>;

export const rowsOf = (counts: Counts): number => Object.values(counts).reduce((sum, count) => sum + count, 0);

/** Tables of the portal with those they refer to first, so that rows can be put back in order. */
export async function tablesInOrder(client: pg.Client): Promise<string[]> {
  const { rows: tables } = await client.query<{ name: string }>(
    "SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' AND tablename <> ALL($1) ORDER BY tablename",
    [LEFT_OUT],
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

async function* lines(client: pg.Client, at: Date, counts: Counts, kept: { files: number }): AsyncGenerator<string> {
  yield JSON.stringify({ format: FORMAT, at: at.toISOString(), migrations: await finishedMigrations(client) });
  for (const table of await tablesInOrder(client)) {
    if (DERIVED.includes(table)) continue;
    counts[table] = 0;
    for await (const content of readTable(client, table)) {
      counts[table]++;
      yield JSON.stringify({ table, row: content });
    }
  }
  for await (const content of fileParts(client, kept)) yield JSON.stringify(content);
}

/**
 * Writes the whole database, as it was at one instant even while people register.
 * @param at instant written in the header
 * @returns number of rows by table
 */
export async function writeArchive(client: pg.Client, file: string, at: Date): Promise<Counts> {
  const counts: Counts = {};
  const kept = { files: 0 };
  const digest = createHash("sha256");
  await client.query("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
  const whole = async function* () {
    for await (const line of lines(client, at, counts, kept)) {
      digest.update(`${line}\n`);
      yield `${line}\n`;
    }
    yield `${JSON.stringify({ counts, ...kept, sha256: digest.digest("hex") })}\n`;
  };
  await pipeline(Readable.from(whole()), createGzip(), createWriteStream(file, { mode: 0o600, flush: true }));
  await client.query("COMMIT");
  return counts;
}

/** Lines end with U+000A alone: what Node and Unicode end lines with besides stands unescaped in JSON. */
async function* readLines(source: AsyncIterable<Buffer>): AsyncGenerator<string> {
  const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
  let rest = "";
  for await (const chunk of source) {
    const parts = (rest + decoder.decode(chunk, { stream: true })).split("\n");
    rest = parts.pop() ?? "";
    yield* parts;
  }
  if (rest) yield rest;
}

type Head = z.output<typeof header>;
type Foot = z.output<typeof footer>;

/**
 * Reads a backup from end to end.
 * @param onRows receives the rows of one table, in batches, in an order that respects references
 * @param onFile receives the parts of each file, in order, after the rows
 * @returns what the backup says of itself
 * @throws CommandError when the file is not a complete backup
 */
export async function readArchive(
  file: string,
  onRows: (table: string, rows: Record<string, unknown>[]) => Promise<void>,
  onFile: (name: string, part: Uint8Array) => Promise<void> = async () => {},
): Promise<{ at: string; migrations: string[]; counts: Counts }> {
  const counts: Counts = {};
  const digest = createHash("sha256");
  const files = new Set<string>();
  let head: Head | undefined;
  let foot: Foot | undefined;
  let batch: { table: string; rows: Record<string, unknown>[] } = { table: "", rows: [] };
  const flush = async (next: string) => {
    const { table, rows } = batch;
    batch = { table: next, rows: [] };
    if (rows.length) await onRows(table, rows);
  };
  const read = async (line: string) => {
    const value: unknown = JSON.parse(line);
    const content = head && row.safeParse(value).data;
    const filePart = head && !content ? part.safeParse(value).data : undefined;
    if (!head) head = header.parse(value);
    else if (filePart) {
      await flush("");
      files.add(filePart.file);
      await onFile(filePart.file, Buffer.from(filePart.part, "base64"));
    } else if (!content) foot = footer.parse(value);
    else {
      const { table } = content;
      if (table !== batch.table || batch.rows.length >= BATCH) await flush(table);
      batch.rows.push(content.row);
      counts[table] = (counts[table] ?? 0) + 1;
    }
    if (!foot) digest.update(`${line}\n`);
  };
  try {
    await pipeline(createReadStream(file), createGunzip(), async (source) => {
      for await (const line of readLines(source)) {
        if (foot) throw incomplete(file);
        await read(line);
      }
    });
    await flush("");
  } catch (error) {
    if (error instanceof z.ZodError || error instanceof SyntaxError || isUnreadable(error)) throw incomplete(file);
    throw error;
  }
  if (!head || !foot || !isDeepStrictEqual(counts, withRows(foot.counts)) || files.size !== foot.files)
    throw incomplete(file);
  if (foot.sha256 && foot.sha256 !== digest.digest("hex")) throw incomplete(file);
  return { at: head.at, migrations: head.migrations, counts: foot.counts };
}

const incomplete = (file: string) => new CommandError(`« ${file} » n’est pas une sauvegarde complète du portail.`);

const withRows = (counts: Counts): Counts =>
  Object.fromEntries(Object.entries(counts).filter(([, count]) => count > 0));

/** What the disk or the decompression refuses, not the database. */
const isUnreadable = (error: unknown) =>
  error instanceof Error && /^(Z_|ENOENT|EISDIR|EACCES|EIO)/.test((error as NodeJS.ErrnoException).code ?? "");

/**
 * Writes the whole database into a file that is read back, counted and checked before it takes its name: what stood
 * there before is only replaced by a backup that can be restored.
 * @throws CommandError when it cannot be written, or does not read back as it was written
 */
export async function writeCheckedArchive(client: pg.Client, file: string, at: Date): Promise<Counts> {
  const draft = `${file}.incomplete`;
  try {
    const written = await writeArchive(client, draft, at);
    const { counts } = await readArchive(draft, async () => {});
    if (!isDeepStrictEqual(counts, written)) throw incomplete(draft);
    await rename(draft, file);
    return counts;
  } catch (error) {
    await rm(draft, { force: true }).catch(() => undefined);
    if (error instanceof CommandError)
      throw new CommandError(`La sauvegarde ne se relit pas : rien n’est gardé.\n${error.message}`);
    const { code = "" } = error as NodeJS.ErrnoException;
    if (/^E(?!CONN)/.test(code))
      throw new CommandError(`La sauvegarde n’a pas pu être écrite dans « ${file} » (${code}).`);
    throw error;
  }
}
