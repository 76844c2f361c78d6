import { createHash, randomUUID } from "node:crypto";
import { createReadStream } from "node:fs";
import { mkdir, open, readdir, rename, rm, stat } from "node:fs/promises";
import path from "node:path";
import type { Readable } from "node:stream";
import { env } from "#lib/platform/env";

const NAME = /^[0-9a-f]{64}$/;

export const filesFolder = (): string => path.join(/* turbopackIgnore: true */ env().DATA_DIR, "files");

/** @throws Error for a name that is no SHA-256 */
export function storedPath(sha256: string): string {
  if (!NAME.test(sha256)) throw new Error(`no stored file is named ${sha256}`);
  return path.join(/* turbopackIgnore: true */ filesFolder(), sha256);
}

async function flushed(folder: string): Promise<void> {
  const handle = await open(folder, "r");
  await handle.sync().finally(() => handle.close());
}

/**
 * Whole or not at all, whenever it is cut: written aside, flushed to the disk, then named by its content.
 * @returns its SHA-256
 */
export async function storeFile(parts: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): Promise<string> {
  await mkdir(filesFolder(), { recursive: true, mode: 0o700 });
  const draft = path.join(/* turbopackIgnore: true */ filesFolder(), `${randomUUID()}.draft`);
  const digest = createHash("sha256");
  try {
    const handle = await open(draft, "wx", 0o600);
    try {
      for await (const part of parts) {
        digest.update(part);
        await handle.writeFile(part);
      }
      await handle.sync();
    } finally {
      await handle.close();
    }
    const sha256 = digest.digest("hex");
    await rename(draft, storedPath(sha256));
    await flushed(filesFolder());
    return sha256;
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}

/** Whoever leaves before its end destroys it. */
export const openStored = (sha256: string): Readable => createReadStream(storedPath(sha256));

/** @param bytes how many at a time */
export const readStored = (sha256: string, bytes?: number): AsyncIterable<Buffer> =>
  createReadStream(storedPath(sha256), bytes === undefined ? {} : { highWaterMark: bytes });

export async function isStored(sha256: string): Promise<boolean> {
  const found = await stat(storedPath(sha256)).catch(() => null);
  return found !== null;
}

/** What was written before an instant: files, and what a cut left beside them. */
export async function storedBefore(at: Date): Promise<string[]> {
  const names = await readdir(filesFolder()).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return [];
    throw error;
  });
  const dated = await Promise.all(
    names.map(async (name) => ({
      name,
      found: await stat(path.join(/* turbopackIgnore: true */ filesFolder(), name)).catch(() => null),
    })),
  );
  return dated.flatMap(({ name, found }) => (found && found.mtime < at ? [name] : []));
}

export const removeStored = (name: string): Promise<void> =>
  rm(path.join(/* turbopackIgnore: true */ filesFolder(), name), { force: true });
