import { globSync, writeFileSync } from "node:fs";
import { constants, enableCompileCache, flushCompileCache } from "node:module";
import { generateClient, isFresh } from "#lib/commands/build";
import { PROJECT_ROOT } from "#lib/platform/root";

const FOLDER = `${PROJECT_ROOT}.next/cache/code`;
const SOURCES = ["lib", "prisma/generated", "package-lock.json"];
const { ENABLED, ALREADY_ENABLED } = constants.compileCacheStatus;

/**
 * Node keeps the code that it has stripped of its types: what strips it is then never loaded, nor the 40 MB that it holds.
 * To be called before the process begins anew; a folder that cannot be written is done without.
 */
export async function keepCode(): Promise<void> {
  const folder = process.env.NODE_COMPILE_CACHE ?? FOLDER;
  const { status } = enableCompileCache(folder);
  if (status !== ENABLED && status !== ALREADY_ENABLED) return;
  process.env.NODE_COMPILE_CACHE = folder;
  await generateClient();
  const complete = `${folder}/complete`;
  if (await isFresh(complete, SOURCES)) return;
  const all = globSync("lib/**/*.ts", { cwd: PROJECT_ROOT, exclude: ["lib/commands/**", "**/*.d.ts"] });
  // What only runs in a thread of its own refuses to: it is kept all the same.
  await Promise.allSettled([...all, "lib/commands/serve.ts"].map((file) => import(PROJECT_ROOT + file)));
  flushCompileCache();
  writeFileSync(complete, "");
}
