import { once } from "node:events";
import { PassThrough } from "node:stream";
import type pg from "pg";
import { CommandError } from "#lib/commands/steps";
import { isStored, readStored, storeFile } from "#lib/files/storage";

/** A line of a backup holds so many bytes of a file; a multiple of three, for base64. */
const PART = 196_608;

type Part = { file: string; part: string };

async function namedFiles(client: pg.Client): Promise<{ there: string[]; lost: string[] }> {
  const { rows } = await client.query<{ name: string }>('SELECT DISTINCT sha256 AS name FROM "Media" ORDER BY 1');
  const there: string[] = [];
  const lost: string[] = [];
  for (const { name } of rows) ((await isStored(name)) ? there : lost).push(name);
  return { there, lost };
}

/** How many files have a row, and are no longer on the disk: a backup goes without them, and says so. */
export const countLostFiles = async (client: pg.Client): Promise<number> => (await namedFiles(client)).lost.length;

/** The files that the database names, in parts. @param counts told of each file */
export async function* fileParts(client: pg.Client, counts: { files: number }): AsyncGenerator<Part> {
  for (const file of (await namedFiles(client)).there) {
    counts.files += 1;
    for await (const part of readStored(file, PART)) yield { file, part: part.toString("base64") };
  }
}

/** Puts files back from their parts, each under the name of what it holds. */
export function fileReceiver() {
  let current: { name: string; sink: PassThrough; stored: Promise<string> } | null = null;
  async function close(): Promise<void> {
    if (!current) return;
    const { name, sink, stored } = current;
    current = null;
    sink.end();
    if ((await stored) !== name) throw new CommandError(`Un fichier de la sauvegarde est abîmé : ${name}.`);
  }
  async function take(name: string, part: Uint8Array): Promise<void> {
    if (current?.name !== name) {
      await close();
      const sink = new PassThrough();
      current = { name, sink, stored: storeFile(sink) };
    }
    const { sink, stored } = current;
    if (!sink.write(part)) await Promise.race([once(sink, "drain"), stored]);
  }
  return { take, close };
}
