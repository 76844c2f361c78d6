import { spawn } from "node:child_process";
import path from "node:path";
import { text } from "node:stream/consumers";
import { PROJECT_ROOT } from "#lib/platform/root";

const CLI = path.join(PROJECT_ROOT, "node_modules/prisma/build/index.js");

/** The address of another database of the same server. */
export function databaseOn(serverUrl: string, name: string): string {
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return url.href;
}

export type CliRun = { code: number; output: string };

/**
 * Runs the real Prisma CLI in a process of its own.
 * @param options.cwd folder that holds a prisma.config.ts; the project's by default
 * @param options.check throw when it does not end with 0
 * @returns exit code, and what it said on both outputs
 */
export async function prismaCli(
  args: string[],
  options: { databaseUrl: string; cwd?: string; check?: boolean },
): Promise<CliRun> {
  const child = spawn(process.execPath, [CLI, ...args], {
    cwd: options.cwd ?? PROJECT_ROOT,
    env: { ...process.env, DATABASE_URL: options.databaseUrl, NO_COLOR: "1" },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const closed = new Promise<number>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code) => resolve(code ?? 1));
  });
  const [code, ...outputs] = await Promise.all([closed, text(child.stdout), text(child.stderr)]);
  const output = outputs.join("\n");
  if (options.check && code !== 0) throw new Error(`prisma ${args.join(" ")} ended with ${code}:\n${output}`);
  return { code, output };
}
