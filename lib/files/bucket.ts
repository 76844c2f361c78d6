import { createReadStream } from "node:fs";
import type { Readable } from "node:stream";
import type { Client } from "minio";
import { env } from "#lib/platform/env";

/** What keeps files does not answer, or refuses who asks. */
export class FilesAway extends Error {}

/** For `catch`: whatever else goes wrong is thrown on. */
export function awayOnly(error: unknown): "away" {
  if (error instanceof FilesAway) return "away";
  throw error;
}

const AWAY = "L’espace de stockage des fichiers ne répond pas, ou refuse ses clés (FILES_URL).";
const ANSWER_MS = 15_000;
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

/** @throws FilesAway */
async function asked<T>(act: (bucket: Bucket) => Promise<T>, { absent }: { absent: T }): Promise<T> {
  const opened = bucket();
  if (!opened) return absent;
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error("no answer in time")), ANSWER_MS);
  });
  try {
    return await Promise.race([act(await opened), late]);
  } catch (cause) {
    if (ABSENT.includes((cause as { code?: string }).code ?? "")) return absent;
    throw new FilesAway(AWAY, { cause });
  } finally {
    clearTimeout(timer);
  }
}

/** @returns null when there is no such object, or no bucket */
export const openObject = (key: string): Promise<Readable | null> =>
  asked<Readable | null>(({ client, name }) => client.getObject(name, key), { absent: null });

/** Whole, or not there. */
export const putObject = (key: string, file: string, bytes: number): Promise<void> =>
  asked<void>(async ({ client, name }) => void (await client.putObject(name, key, createReadStream(file), bytes)), {
    absent: undefined,
  });

export const removeObject = (key: string): Promise<void> =>
  asked<void>(({ client, name }) => client.removeObject(name, key), { absent: undefined });

/** What was put there before an instant. */
export const objectsBefore = (at: Date): Promise<string[]> =>
  asked<string[]>(
    async ({ client, name }) => {
      const old: string[] = [];
      for await (const item of client.listObjectsV2(name, "", true))
        if (item.name && item.lastModified < at) old.push(item.name);
      return old;
    },
    { absent: [] },
  );

/** Whether the bucket opens with its keys. @throws FilesAway */
export const probeBucket = (): Promise<boolean> =>
  asked(({ client, name }) => client.bucketExists(name), { absent: false });
