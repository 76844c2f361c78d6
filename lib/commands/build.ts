import { existsSync } from "node:fs";
import { readdir, stat } from "node:fs/promises";
import path from "node:path";
import { runTool } from "#lib/commands/database";
import { SOURCES } from "#lib/platform/release";
import { PROJECT_ROOT } from "#lib/platform/root";

async function newest(file: string): Promise<number> {
  const found = await stat(file);
  if (!found.isDirectory()) return found.mtimeMs;
  const entries = await readdir(file);
  const dates = await Promise.all(entries.map((entry) => newest(path.join(file, entry))));
  return Math.max(0, ...dates);
}

async function isFresh(product: string, sources: string[]): Promise<boolean> {
  if (!existsSync(product)) return false;
  const { mtimeMs } = await stat(product);
  const dates = await Promise.all(sources.map((source) => newest(`${PROJECT_ROOT}${source}`)));
  return dates.every((date) => date <= mtimeMs);
}

/** Generates the database client unless it is as recent as the schema. */
export async function generateClient(): Promise<void> {
  if (await isFresh(`${PROJECT_ROOT}prisma/generated/client.ts`, ["prisma/schema", "package-lock.json"])) return;
  await runTool("Le client de la base de données n’a pas pu être préparé.", "prisma/build/index.js", ["generate"]);
}

/** Builds the pages unless the build is as recent as what it comes from. */
export async function buildPages(): Promise<void> {
  if (await isFresh(`${PROJECT_ROOT}.next/BUILD_ID`, SOURCES)) return;
  await runTool("Les pages n’ont pas pu être construites.", "next/dist/bin/next", ["build"]);
}
