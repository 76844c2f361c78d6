import { execFileSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { chownSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { EMBEDDED_FILE } from "#lib/platform/env";
import type { Programs } from "#lib/platform/postgres-programs";

const OWNER_FILE = "postgres.owner";
const LOCALE = ["--encoding=UTF8", "--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"];

export type Credentials = { port: number; password: string; applicationPassword: string };

export const clusterOf = (dataDir: string): string => path.join(dataDir, "postgres");

const newPassword = () => randomBytes(24).toString("hex");

function readCredentials(dataDir: string): Credentials | null {
  const file = path.join(dataDir, EMBEDDED_FILE);
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : null;
}

export function writeCredentials(dataDir: string, credentials: Credentials): Credentials {
  const file = path.join(dataDir, EMBEDDED_FILE);
  const before = statSync(file, { throwIfNoEntry: false });
  writeFileSync(`${file}.new`, JSON.stringify(credentials), { mode: 0o600 });
  // Root leaves the folder of somebody else to them.
  if (before && process.getuid?.() === 0) chownSync(`${file}.new`, before.uid, before.gid);
  renameSync(`${file}.new`, file);
  return credentials;
}

/** Makes a cluster aside, then puts it in its place: a machine that is cut meanwhile begins anew. */
async function initialise({ user, initdb }: Programs, dataDir: string): Promise<Credentials> {
  const [made, passwordFile] = [path.join(dataDir, "postgres.new"), path.join(dataDir, "postgres-password")];
  const credentials = { port: 0, password: newPassword(), applicationPassword: newPassword() };
  rmSync(made, { recursive: true, force: true });
  mkdirSync(made, { mode: 0o700 });
  writeFileSync(passwordFile, credentials.password, { mode: 0o600 });
  if (user) for (const owned of [made, passwordFile]) chownSync(owned, user.uid, user.gid);
  await initdb(["-D", made, "-U", "portail", "-A", "scram-sha-256", `--pwfile=${passwordFile}`, ...LOCALE]);
  rmSync(passwordFile);
  writeCredentials(dataDir, credentials);
  renameSync(made, clusterOf(dataDir));
  return credentials;
}

export async function openCluster(programs: Programs, dataDir: string): Promise<Credentials> {
  const cluster = clusterOf(dataDir);
  const credentials = readCredentials(dataDir);
  if (!credentials || !existsSync(path.join(cluster, "PG_VERSION"))) return initialise(programs, dataDir);
  const { user } = programs;
  // Brought back by root from a copy that lost its owner.
  if (user && statSync(cluster).uid === 0) execFileSync("chown", ["-R", `${user.uid}:${user.gid}`, cluster]);
  if (credentials.applicationPassword) return credentials;
  return writeCredentials(dataDir, { ...credentials, applicationPassword: newPassword() });
}

function isAlive(pid: number): boolean {
  if (!(pid > 0)) return false;
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

/** Neither a number that another program was given since, nor a dead server that nobody has buried (state Z). */
function isServer(pid: number): boolean {
  const state = `/proc/${pid}/stat`;
  return isAlive(pid) && (!existsSync(state) || /^\d+ \(postgres\) [^ZX]/.test(readFileSync(state, "utf8")));
}

/** Whether the server of a cluster lives. Of a dead one, forgets the number, which would keep it from starting. */
export function isRunning(dataDir: string): boolean {
  const file = path.join(clusterOf(dataDir), "postmaster.pid");
  if (!existsSync(file)) return false;
  if (isServer(Number.parseInt(readFileSync(file, "utf8"), 10))) return true;
  rmSync(file, { force: true });
  return false;
}

const ownerOf = (dataDir: string): number => {
  const file = path.join(dataDir, OWNER_FILE);
  return existsSync(file) ? Number(readFileSync(file, "utf8")) : 0;
};

/** A server belongs to who started it or took it over: a command beside a running portal leaves it its database. */
export function takeOwnership(dataDir: string, { running }: { running: boolean }): void {
  if (running && isAlive(ownerOf(dataDir))) return;
  writeFileSync(path.join(dataDir, OWNER_FILE), String(process.pid));
}

export const isOwner = (dataDir: string): boolean => ownerOf(dataDir) === process.pid;
