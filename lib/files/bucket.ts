import { createReadStream } from "node:fs";
import { Readable } from "node:stream";
import type { Client } from "minio";
import { env } from "#lib/platform/env";
import { log } from "#lib/platform/log";

/** What keeps files does not answer, or refuses who asks. */
export class FilesAway extends Error {}

/** For `catch`: tells whoever runs the portal why files are away; whatever else goes wrong is thrown on. */
export function awayOnly(error: unknown): "away" {
  if (!(error instanceof FilesAway)) throw error;
  log().warn({ err: error.cause }, "files are out of reach");
  return "away";
}

const AWAY = "L’espace de stockage des fichiers ne répond pas, ou refuse ses clés (FILES_URL).";
const ANSWER_MS = 15_000;
/** A whole file on its way, or a whole list: within the minute that a file has to be written and named. */
const LONG_MS = 50_000;
/** Whatever else stands in the bucket is not ours to remove. */
const FILE = /^[0-9a-f]{64}$/;
const ABSENT = ["NoSuchKey", "NotFound"];

type Bucket = { client: Client; name: string };

/** FILES_URL: `https://key:secret@server/bucket?region=…`. */
async function connected(url: string): Promise<Bucket> {
  const { protocol, hostname, port, username, password, pathname, searchParams } = new URL(url);
  // Held only where files are kept so.
  const { Client } = await import("minio");
  const region = searchParams.get("region");
  const client = new Client({
    endPoint: hostname,
    useSSL: protocol === "https:",
    accessKey: decodeURIComponent(username),
    secretKey: decodeURIComponent(password),
    ...(port && { port: Number(port) }),
    ...(region && { region }),
  });
  return { client, name: pathname.slice(1) };
}

let latest: { url: string; bucket: Promise<Bucket> } | undefined;

/** null where the disk alone keeps them. */
function bucket(): Promise<Bucket> | null {
  const { FILES_URL: url } = env();
  if (!url) return null;
  if (latest?.url !== url) latest = { url, bucket: connected(url) };
  return latest.bucket;
}

type Asking<T> = { absent: T; within?: number };

/** @throws FilesAway */
async function asked<T>(act: (bucket: Bucket) => Promise<T>, { absent, within = ANSWER_MS }: Asking<T>): Promise<T> {
  const opened = bucket();
  if (!opened) return absent;
  let timer: NodeJS.Timeout | undefined;
  try {
    const acting = act(await opened);
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => {
        acting.then((answer) => answer instanceof Readable && answer.destroy()).catch(() => {});
        reject(new Error("no answer in time"));
      }, within);
    });
    return await Promise.race([acting, late]);
  } catch (cause) {
    if (ABSENT.includes((cause as { code?: string }).code ?? "")) return absent;
    throw new FilesAway(AWAY, { cause });
  } finally {
    clearTimeout(timer);
  }
}

/** @throws FilesAway when nothing more comes for a while */
async function* flowing(stream: Readable): AsyncGenerator<Uint8Array> {
  const timer = setTimeout(() => stream.destroy(new FilesAway(AWAY)), ANSWER_MS);
  try {
    for await (const part of stream) {
      timer.refresh();
      yield part;
    }
  } finally {
    clearTimeout(timer);
  }
}

/** @returns null when there is no such object, or no bucket */
export async function openObject(key: string): Promise<AsyncIterable<Uint8Array> | null> {
  const stream = await asked<Readable | null>(({ client, name }) => client.getObject(name, key), { absent: null });
  return stream && flowing(stream);
}

/** Whole, or not there. */
export const putObject = (key: string, file: string, bytes: number): Promise<void> =>
  asked<void>(async ({ client, name }) => void (await client.putObject(name, key, createReadStream(file), bytes)), {
    absent: undefined,
    within: LONG_MS,
  });

export const removeObject = (key: string): Promise<void> =>
  asked<void>(({ client, name }) => client.removeObject(name, key), { absent: undefined });

/** The files that were put there before an instant. */
export const objectsBefore = (at: Date): Promise<string[]> =>
  asked<string[]>(
    async ({ client, name }) => {
      const old: string[] = [];
      for await (const item of client.listObjectsV2(name, "", true))
        if (item.name && FILE.test(item.name) && item.lastModified < at) old.push(item.name);
      return old;
    },
    { absent: [], within: LONG_MS },
  );

/** Whether the bucket opens with its keys. @throws FilesAway */
export const probeBucket = (): Promise<boolean> =>
  asked(({ client, name }) => client.bucketExists(name), { absent: false });
