import { existsSync } from "node:fs";
import { readdir } from "node:fs/promises";
import path from "node:path";
import { LRUCache } from "lru-cache";
import { shared } from "#lib/platform/apart";
import { db } from "#lib/platform/db";
import { PROJECT_ROOT } from "#lib/platform/root";

export const STATIC_FOLDER = `${PROJECT_ROOT}.next/static`;
const ADDRESS = /^\/_next\/static\/([\w~-][\w.~/-]{0,250})$/;

const TYPES: Record<string, string> = {
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".woff2": "font/woff2",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".ico": "image/x-icon",
};

export async function builtFiles(): Promise<string[]> {
  if (!existsSync(STATIC_FOLDER)) return [];
  const entries = await readdir(STATIC_FOLDER, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(STATIC_FOLDER, path.join(entry.parentPath, entry.name)));
}

export type StaticFile = { body: Uint8Array; headers: Record<string, string> };

const REFRESH_MS = 2_000;
const MAX_BYTES = 8 * 1_048_576;

export type StaticFiles = {
  /** A file of another build, the one before or the one after. @returns null for what this build has, and for what none had */
  find(url: string): Promise<StaticFile | null>;
};

/**
 * Names that nobody knows cost nothing: those of the database are held, and asked for again every two seconds at most.
 * @param elapsed in milliseconds
 */
export function createStaticFiles(elapsed = () => performance.now()): StaticFiles {
  let known: ReadonlySet<string> = new Set();
  let askedAt = Number.NEGATIVE_INFINITY;
  const readNames = shared(async () => {
    askedAt = elapsed();
    known = new Set((await db.staticFile.findMany({ select: { path: true } })).map((file) => file.path));
  });
  const bodies = new LRUCache<string, Uint8Array>({
    maxSize: MAX_BYTES,
    sizeCalculation: (body) => body.length + 1,
    fetchMethod: async (name) =>
      (await db.staticFile.findUnique({ where: { path: name }, select: { body: true } }))?.body,
  });
  let reading: Promise<void> | null = null;

  async function isThere(name: string): Promise<boolean> {
    if (known.has(name)) return true;
    if (elapsed() - askedAt >= REFRESH_MS) reading = readNames();
    await reading;
    return known.has(name);
  }

  async function find(url: string): Promise<StaticFile | null> {
    const [, name = ""] = ADDRESS.exec(url.split("?", 1).join()) ?? [];
    const type = TYPES[path.extname(name)];
    if (!type || name.includes("..") || existsSync(path.join(STATIC_FOLDER, name))) return null;
    const body = (await isThere(name)) ? await bodies.fetch(name) : null;
    if (!body) return null;
    return { body, headers: { "Content-Type": type, "Cache-Control": "public, max-age=31536000, immutable" } };
  }

  return { find };
}
