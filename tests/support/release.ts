import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { appendFile, cp, mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { text } from "node:stream/consumers";
import { SOURCES } from "#lib/commands/release";
import { PROJECT_ROOT } from "#lib/platform/root";

const BESIDE = ["content", "prisma", "package.json", "prisma.config.ts", "tsconfig.json"];

/** Hard links where the disk allows them: a copy is of a gigabyte. */
function copyModules(folder: string): void {
  const [from, to] = [path.join(PROJECT_ROOT, "node_modules"), path.join(folder, "node_modules")];
  try {
    execFileSync("cp", ["-al", from, to], { stdio: "ignore" });
  } catch {
    execFileSync("cp", ["-R", from, to]);
  }
}

/** The next release in a folder of its own, built there. @param change added to the style sheet, so that a file is named anew */
export async function nextRelease(change: string): Promise<{ root: string; remove(): Promise<void> }> {
  const root = await mkdtemp(path.join(tmpdir(), "portail-release-"));
  for (const name of [...SOURCES, ...BESIDE].filter((one) => one !== "prisma/schema")) {
    await mkdir(path.dirname(path.join(root, name)), { recursive: true });
    await cp(path.join(PROJECT_ROOT, name), path.join(root, name), { recursive: true });
  }
  copyModules(root);
  await appendFile(path.join(root, "app/globals.css"), change);
  const build = spawn(process.execPath, [path.join(root, "node_modules/next/dist/bin/next"), "build"], {
    cwd: root,
    env: { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const [said, errors, [code]] = await Promise.all([text(build.stdout), text(build.stderr), once(build, "close")]);
  if (code !== 0) throw new Error(`${said}\n${errors}`);
  return { root, remove: () => rm(root, { recursive: true, force: true }) };
}
