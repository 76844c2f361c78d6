import { accessSync, constants, existsSync, mkdirSync, readFileSync } from "node:fs";
import { createServer } from "node:net";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { log } from "#lib/platform/log";
import {
  type Credentials,
  clusterOf,
  isOwner,
  isRunning,
  openCluster,
  takeOwnership,
  writeCredentials,
} from "#lib/platform/postgres-cluster";
import { openPrograms, type Programs } from "#lib/platform/postgres-programs";

const START_TIMEOUT_SECONDS = "60";
const TRIES = 10;
const BETWEEN_TRIES_MS = 500;
const WATCH_MS = 1_000;
const LOG_TAIL = 5;

/**
 * The settings that make an acknowledged write durable; they are asserted after each start.
 * https://www.postgresql.org/docs/current/runtime-config-wal.html
 */
export const DURABLE_SETTINGS = ["fsync", "synchronous_commit", "full_page_writes"];

/** The role that the portal works with, which owns nothing. */
export const APPLICATION_ROLE = "application";

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

async function launch({ pgCtl }: Programs, cluster: string, port: number): Promise<void> {
  const logFile = path.join(cluster, "server.log");
  const options = `-p ${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c max_connections=100 -c shared_buffers=32MB -c io_method=sync -c max_logical_replication_workers=0`;
  await pgCtl(["start", "-w", "-t", START_TIMEOUT_SECONDS, "-D", cluster, "-l", logFile, "-o", options]).catch(
    (error: Error) => {
      const said = existsSync(logFile) ? readFileSync(logFile, "utf8").trim().split("\n").slice(-LOG_TAIL) : [];
      throw new Error([error.message, ...said].join("\n"));
    },
  );
}

async function ensureRunning(programs: Programs, dataDir: string, port: number | null): Promise<number> {
  for (let tries = 1; ; tries++) {
    const chosen = port ?? (await freePort());
    try {
      await launch(programs, clusterOf(dataDir), chosen);
      return chosen;
    } catch (error) {
      if (isRunning(dataDir)) return chosen;
      if (tries === TRIES) throw error;
      await wait(BETWEEN_TRIES_MS);
    }
  }
}

async function watch(
  restart: () => Promise<void>,
  dataDir: string,
  { signal, onLost }: { signal: AbortSignal; onLost: (error: Error) => void },
): Promise<void> {
  while (!signal.aborted) {
    await wait(WATCH_MS, undefined, { ref: false, signal }).catch(() => undefined);
    if (signal.aborted || isRunning(dataDir)) continue;
    log().error("the embedded database has died: it is started again");
    try {
      await restart();
    } catch (error) {
      return onLost(error as Error);
    }
  }
}

export type EmbeddedPostgres = {
  adminUrl: string;
  /** As the role that owns everything. */
  url: string;
  applicationUrl: string;
  /** From now on a server that dies is started again. @param onLost told when it cannot be */
  keepAlive(onLost: (error: Error) => void): void;
  /** Ends the server, all connections included, unless another living process holds it; what is committed stays. */
  stop(): Promise<void>;
};

const urls = ({ port, password, applicationPassword }: Credentials) => {
  const server = (role: string, secret: string) => `postgresql://${role}:${secret}@127.0.0.1:${port}`;
  return {
    adminUrl: `${server("portail", password)}/postgres`,
    url: `${server("portail", password)}/portail`,
    applicationUrl: `${server(APPLICATION_ROLE, applicationPassword)}/portail`,
  };
};

/**
 * Creates its cluster the first time, takes over a server that a killed portal left running. It runs in a session of
 * its own, so that Ctrl-C reaches the portal first and the database last.
 * @throws Error when the folder cannot be written or the server does not start (its log is server.log in the cluster's
 * folder)
 */
export async function startEmbeddedPostgres(dataDir: string): Promise<EmbeddedPostgres> {
  mkdirSync(dataDir, { recursive: true });
  accessSync(dataDir, constants.W_OK);
  const cluster = clusterOf(dataDir);
  const programs = await openPrograms(cluster);
  let credentials = await openCluster(programs, dataDir);
  const running = isRunning(dataDir);
  takeOwnership(dataDir, { running });
  if (!running) {
    const port = await ensureRunning(programs, dataDir, null);
    credentials = writeCredentials(dataDir, { ...credentials, port });
  }
  const stopped = new AbortController();
  let watching = Promise.resolve();
  const restart = async () => {
    await ensureRunning(programs, dataDir, credentials.port);
    takeOwnership(dataDir, { running: false });
  };
  return {
    ...urls(credentials),
    keepAlive(onLost) {
      watching = watch(restart, dataDir, { signal: stopped.signal, onLost });
    },
    async stop() {
      stopped.abort();
      await watching;
      if (isOwner(dataDir) && isRunning(dataDir)) await programs.pgCtl(["stop", "-w", "-m", "fast", "-D", cluster]);
    },
  };
}
