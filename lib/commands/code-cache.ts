import { execFile } from "node:child_process";
import { globSync, readFileSync, writeFileSync } from "node:fs";
import { enableCompileCache } from "node:module";
import { promisify } from "node:util";
import { generateClient, isFresh } from "#lib/commands/build";
import { PROJECT_ROOT } from "#lib/platform/root";

const SOURCES = ["lib", "next.config.ts", "prisma/generated", "package-lock.json"];
/** What a portal loads as it goes is named there. */
const NAMING = ["lib/commands/{serve,with-database}.ts", "lib/jobs/*.ts"];
const NAMED = /\bimport\("(#lib\/[^"]+)"\)/g;
const run = promisify(execFile);
const namesIn = (file: string) =>
  Array.from(readFileSync(PROJECT_ROOT + file, "utf8").matchAll(NAMED), ([, name]) => `--import=${name}`);

/**
 * Node keeps the code that it has stripped of its types: what strips it is then never loaded, nor the 40 MB that it holds.
 * The framework reads its config likewise, as `--experimental-next-config-strip-types` tells it: its compiler stays out.
 * To be called before the process begins anew; a folder that cannot be written is done without.
 */
export async function keepCode(): Promise<void> {
  const folder = process.env.NODE_COMPILE_CACHE ?? `${PROJECT_ROOT}.next/cache/code`;
  if (!enableCompileCache(folder).directory) return;
  Object.assign(process.env, { NODE_COMPILE_CACHE: folder, __NEXT_NODE_NATIVE_TS_LOADER_ENABLED: "true" });
  await generateClient();
  const complete = `${folder}/complete`;
  if (await isFresh(complete, SOURCES)) return;
  const all = globSync(NAMING, { cwd: PROJECT_ROOT }).flatMap(namesIn);
  const loading = ["--import=#lib/commands/serve", "--import=./next.config.ts", ...all, "--eval", ""];
  // Code that does not load is told by the portal itself.
  const loaded = await run(process.execPath, loading, { cwd: PROJECT_ROOT }).catch(() => null);
  if (loaded) writeFileSync(complete, "");
}
