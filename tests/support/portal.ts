import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { mkdir, mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { freePort } from "#lib/platform/embedded-postgres";
import { EMBEDDED_FILE } from "#lib/platform/env";
import { PROJECT_ROOT } from "#lib/platform/root";

const READY = "Le portail est prêt";
/** The last step of a worker, which has no address to announce. */
const WORKING = /Mise en service… fait/;
const START_LIMIT_MS = 240_000;
const STOP_LIMIT_MS = 30_000;
export const OUTPUT = path.join(PROJECT_ROOT, "tests/.output");

export type Portal = {
  url: string;
  /** Address of its database. */
  databaseUrl: string;
  /** Process number, to kill it. */
  pid: number;
  /** Everything it has said. */
  said(): string;
  /** The one-time link of the first administrator, printed after everything else when there is no account. */
  firstLink(): Promise<string>;
  /** Asks it to stop. @returns its exit code */
  stop(): Promise<number | null>;
  /** Ends it as a power cut would; its database goes on. */
  kill(): Promise<void>;
};

export type PortalOptions = {
  dataDir: string;
  port?: number;
  /** Settings added to its environment. */
  env?: Record<string, string>;
  /** The folder of another release; this one’s by default. */
  root?: string;
};

/** A folder for the data of a portal, outside the project. */
export const dataFolder = (): Promise<string> => mkdtemp(path.join(tmpdir(), "portail-data-"));

export const removeFolder = (folder: string): Promise<void> => rm(folder, { recursive: true, force: true });

const loaded = performance.now();

/**
 * January 11th of next year: far enough from every real date for the cookies it dates to be kept by a browser.
 * It goes on from one portal to the next, so that what the first one published is not in the future of the second.
 */
export const testClock = (): string =>
  new Date(Date.UTC(new Date().getFullYear() + 1, 0, 11, 9) + performance.now() - loaded).toISOString();

function settings({ dataDir, env }: PortalOptions, port: number): NodeJS.ProcessEnv {
  const { DATABASE_URL: _, SMTP_URL: __, ...inherited } = process.env;
  const own = { PORT: String(port), DATA_DIR: dataDir, SITE_URL: `http://localhost:${port}`, TEST_CLOCK: testClock() };
  return { ...inherited, NODE_ENV: "production", APP_ENV: "test", LOG_LEVEL: "warn", ...own, ...env };
}

async function embeddedUrl(dataDir: string): Promise<string> {
  const { port, password } = JSON.parse(await readFile(path.join(dataDir, EMBEDDED_FILE), "utf8"));
  return `postgresql://portail:${password}@127.0.0.1:${port}/portail`;
}

const ended = (child: ChildProcess) => child.exitCode !== null || child.signalCode !== null;

function stopper(child: ChildProcess) {
  return async (signal: NodeJS.Signals): Promise<number | null> => {
    if (ended(child)) return child.exitCode;
    const closed = once(child, "close");
    child.kill(signal);
    const late = setTimeout(() => child.kill("SIGKILL"), STOP_LIMIT_MS);
    await closed;
    clearTimeout(late);
    return child.exitCode;
  };
}

/**
 * Starts the real portal in production mode, as `npm start` does, and waits until it serves.
 * What it says is kept in tests/.output/portal.log.
 * @throws Error with what it said when it ends or is not ready in time
 */
export async function startPortal(options: PortalOptions): Promise<Portal> {
  const port = options.port ?? (await freePort());
  await mkdir(OUTPUT, { recursive: true });
  const logFile = createWriteStream(path.join(OUTPUT, "portal.log"), { flags: "a" });
  const root = options.root ?? PROJECT_ROOT;
  const child = spawn(process.execPath, [path.join(root, "lib/commands/start.ts")], {
    cwd: root,
    env: settings(options, port),
    stdio: ["ignore", "pipe", "pipe"],
  });
  const lastWish = () => child.kill("SIGTERM");
  process.once("exit", lastWish);
  child.once("close", () => process.off("exit", lastWish));

  let said = "";
  const hear = (chunk: Buffer) => {
    said += chunk;
    logFile.write(chunk);
  };
  child.stdout.on("data", hear);
  child.stderr.on("data", hear);
  const heard = async <T>(find: () => T | undefined, what: string): Promise<T> => {
    const deadline = Date.now() + START_LIMIT_MS;
    for (let found = find(); ; found = find()) {
      if (found) return found;
      if (ended(child) || Date.now() > deadline) break;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    child.kill("SIGKILL");
    throw new Error(`The portal never said ${what} (exit code ${child.exitCode}):\n${said}`);
  };
  const isReady = () => (options.env?.ROLE === "worker" ? WORKING.test(said) : said.includes(READY));
  await heard(() => isReady() || undefined, "that it is ready");
  const end = stopper(child);
  const { pid } = child;
  if (!pid) throw new Error("The portal has no process number.");
  return {
    url: `http://localhost:${port}`,
    databaseUrl: options.env?.DATABASE_URL ?? (await embeddedUrl(options.dataDir)),
    pid,
    said: () => said,
    firstLink: () => heard(() => /https?:\S+\/bienvenue\/\S+(?=\s)/.exec(said)?.[0], "its one-time link"),
    stop: () => end("SIGTERM"),
    kill: async () => void (await end("SIGKILL")),
  };
}
