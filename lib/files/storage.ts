import { createHash, randomUUID } from "node:crypto";
import { createReadStream } from "node:fs";
import { mkdir, open, readdir, rename, rm, stat } from "node:fs/promises";
import path from "node:path";
import type { Readable } from "node:stream";
import { FilesAway, objectsBefore, openObject, putObject, removeObject } from "#lib/files/bucket";
import { env } from "#lib/platform/env";
import { log } from "#lib/platform/log";

const NAME = /^[0-9a-f]{64}$/;
/** What a cut left. */
const DRAFT = /^[\w-]+\.draft$/;
const isOurs = (name: string) => NAME.test(name) || DRAFT.test(name);

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
async function writeOnDisk(parts: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): Promise<string> {
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

/**
 * Keeps a file on the disk, whole or not at all, and in the bucket where there is one.
 * @returns its SHA-256
 * @throws FilesAway when the bucket did not take it
 */
export async function storeFile(parts: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): Promise<string> {
  const sha256 = await writeOnDisk(parts);
  const { size } = await stat(storedPath(sha256));
  await putObject(sha256, storedPath(sha256), size);
  return sha256;
}

/** Whoever leaves before its end destroys it. */
export const openStored = (sha256: string): Readable => createReadStream(storedPath(sha256));

/** @param bytes how many at a time */
export const readStored = (sha256: string, bytes?: number): AsyncIterable<Buffer> =>
  createReadStream(storedPath(sha256), bytes === undefined ? {} : { highWaterMark: bytes });

/**
 * Whether a file can be read from the disk, where it is brought from the bucket if need be: its name is its content’s, so
 * that what another machine stored is never a former one.
 * @throws FilesAway when it may be in the bucket, which does not answer
 */
export async function isStored(sha256: string): Promise<boolean> {
  if (await stat(storedPath(sha256)).catch(() => null)) return true;
  const kept = await openObject(sha256);
  if (!kept) return false;
  const brought = await writeOnDisk(kept).catch((cause: unknown) => {
    throw new FilesAway("a file was cut as it came from the bucket", { cause });
  });
  if (brought !== sha256) log().error({ file: sha256 }, "a file of the bucket is not what its name says");
  return brought === sha256;
}

/** What was written before an instant: files, and what a cut left beside them. */
export const storedBefore = async (at: Date): Promise<string[]> => [
  ...new Set([...(await onDiskBefore(at)), ...(await objectsBefore(at))]),
];

async function onDiskBefore(at: Date): Promise<string[]> {
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
  return dated.flatMap(({ name, found }) => (isOurs(name) && found && found.mtime < at ? [name] : []));
}

/** @throws Error for a name that is neither that of a file nor of a draft */
export async function removeStored(name: string): Promise<void> {
  if (!isOurs(name)) throw new Error(`no stored file is named ${name}`);
  await removeObject(name);
  await rm(path.join(/* turbopackIgnore: true */ filesFolder(), name), { force: true });
}
