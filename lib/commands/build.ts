import { existsSync } from "node:fs";
import { readdir, stat } from "node:fs/promises";
import path from "node:path";
import { runTool, toolOutput } from "#lib/commands/database";
import { SOURCES } from "#lib/commands/release";
import { CommandError } from "#lib/commands/steps";
import { PROJECT_ROOT } from "#lib/platform/root";

const FAILURE = "Les pages n’ont pas pu être construites.";
const BUSY = /Another .{0,40} process is already running/;

async function newest(file: string): Promise<number> {
  const found = await stat(file);
  if (!found.isDirectory()) return found.mtimeMs;
  const entries = await readdir(file);
  const dates = await Promise.all(entries.map((entry) => newest(path.join(file, entry))));
  return Math.max(0, ...dates);
}

export async function isFresh(product: string, sources: string[]): Promise<boolean> {
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
  const { ok, said } = await toolOutput("next/dist/bin/next", ["build"]);
  if (ok) return;
  if (BUSY.test(said))
    throw new CommandError(
      `${FAILURE} Un autre processus les construit déjà dans ce dossier : relancez le portail quand il aura fini.`,
    );
  throw new CommandError(`${FAILURE}\n\n${said}`);
}
