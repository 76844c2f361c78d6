import { spawn } from "node:child_process";
import type pg from "pg";
import { assertAddresses, withClient } from "#lib/commands/pooler";
import { prepareDataFolder, sessionSecret } from "#lib/commands/settings";
import { CommandError } from "#lib/commands/steps";
import {
  APPLICATION_ROLE,
  DURABLE_SETTINGS,
  type EmbeddedPostgres,
  startEmbeddedPostgres,
} from "#lib/platform/embedded-postgres";
import { directUrl, type Env, ownerUrl, rereadEnv } from "#lib/platform/env";
import { PROJECT_ROOT } from "#lib/platform/root";

const MINIMUM_VERSION = 150_000;
const EXISTS = ["42P04", "42710"];

async function createOnce(client: pg.Client, command: string): Promise<void> {
  await client.query(command).catch((error: pg.DatabaseError) => {
    if (!EXISTS.includes(error.code ?? "")) throw error;
  });
}

const unstarted = (error: Error) => new CommandError(`La base de données embarquée n’a pas démarré.\n${error.message}`);

async function openEmbedded(dataDir: string): Promise<EmbeddedPostgres> {
  prepareDataFolder(dataDir);
  const embedded = await startEmbeddedPostgres(dataDir).catch((error: Error) => {
    throw unstarted(error);
  });
  const { password } = new URL(embedded.applicationUrl);
  await withClient(embedded.adminUrl, async (client) => {
    await createOnce(client, "CREATE DATABASE portail");
    await createOnce(client, `CREATE ROLE ${APPLICATION_ROLE} LOGIN PASSWORD '${password}'`);
  });
  process.env.DATABASE_URL = embedded.applicationUrl;
  process.env.DATABASE_OWNER_URL = embedded.url;
  process.env.SESSION_SECRET ||= sessionSecret(dataDir);
  rereadEnv();
  return embedded;
}

/** What is acknowledged must survive a power cut, whoever configured the server. */
async function assertDurable(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ name: string; setting: string }>(
    "SELECT name, setting FROM pg_settings WHERE name = ANY($1)",
    [DURABLE_SETTINGS],
  );
  const weak = rows.filter(({ setting }) => setting === "off").map(({ name }) => name);
  if (weak.length === 0) return;
  throw new CommandError(
    `La base de données peut perdre ce qu’elle a confirmé : remettez ${weak.join(", ")} à « on » dans sa configuration.`,
  );
}

async function assertRecent(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ server_version_num: string }>("SHOW server_version_num");
  if (Number(rows[0]?.server_version_num) >= MINIMUM_VERSION) return;
  throw new CommandError("La base de données est trop ancienne : PostgreSQL 15 ou plus récent est nécessaire.");
}

/**
 * Makes sure that a database answers, starting the embedded one when DATABASE_URL is not given, and completes process.env.
 * @param onLost asks that an embedded server that dies be started again, and is told when it cannot be
 * @returns what stops the database, if this process holds it
 * @throws CommandError in French when it cannot be reached
 */
export async function openDatabase(settings: Env, onLost?: (error: Error) => void): Promise<() => Promise<void>> {
  const embedded = settings.DATABASE_URL ? null : await openEmbedded(settings.DATA_DIR);
  if (onLost) embedded?.keepAlive(onLost);
  const { DATABASE_URL: url = "", DATABASE_DIRECT_URL: direct, DATABASE_OWNER_URL: owner } = process.env;
  const opened = async () => {
    await assertAddresses({ url, direct, owner });
    await withClient(directUrl(), async (client) => {
      await assertRecent(client);
      // What tests write is thrown away: their server trades durability for speed.
      if (settings.APP_ENV !== "test") await assertDurable(client);
    });
  };
  await opened().catch((error: Error) => {
    if (error instanceof CommandError) throw error;
    const names = ["DATABASE_URL", ...(direct ? ["DATABASE_DIRECT_URL"] : [])].join(" ou ");
    throw new CommandError(
      `La base de données ne répond pas à l’adresse donnée par ${names} (${error.message}). Vérifiez l’adresse, le mot de passe et que le serveur est démarré.`,
    );
  });
  return async () => embedded?.stop();
}

/**
 * Runs one of the project's tools and keeps what it says.
 * @param command its file in node_modules
 */
export async function toolOutput(command: string, args: string[]): Promise<{ ok: boolean; said: string }> {
  const tool = spawn(process.execPath, [`${PROJECT_ROOT}node_modules/${command}`, ...args], {
    cwd: PROJECT_ROOT,
    // Only what changes the structure needs its owner.
    env: {
      ...process.env,
      ...(command.startsWith("prisma") && { DATABASE_URL: ownerUrl() }),
      NEXT_TELEMETRY_DISABLED: "1",
      CHECKPOINT_DISABLE: "1",
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "";
  const keep = (chunk: Buffer) => {
    said += chunk;
  };
  tool.stdout.on("data", keep);
  tool.stderr.on("data", keep);
  const code = await new Promise<number | null>((resolve, reject) => tool.once("close", resolve).once("error", reject));
  return { ok: code === 0, said: said.trim() };
}

/** @throws CommandError with the tool's own words when it fails */
export async function runTool(failure: string, command: string, args: string[]): Promise<void> {
  const { ok, said } = await toolOutput(command, args);
  if (!ok) throw new CommandError(`${failure}\n\n${said}`);
}
