import { existsSync } from "node:fs";
import { readdir } from "node:fs/promises";
import path from "node:path";
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

/** A file of another build, the one before or the one after. @returns null for what this build has, and for what none had */
export async function fileOfAnotherBuild(url: string): Promise<StaticFile | null> {
  const [, name = ""] = ADDRESS.exec(url.split("?", 1).join()) ?? [];
  const type = TYPES[path.extname(name)];
  if (!type || name.includes("..") || existsSync(path.join(STATIC_FOLDER, name))) return null;
  const found = await db.staticFile.findUnique({ where: { path: name }, select: { body: true } });
  if (!found) return null;
  return {
    body: found.body,
    headers: { "Content-Type": type, "Cache-Control": "public, max-age=31536000, immutable" },
  };
}
