import { randomBytes } from "node:crypto";
import { accessSync, constants, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { CommandError } from "#lib/commands/steps";
import { type Env, rereadEnv } from "#lib/platform/env";

const SECRET_FILE = "session-secret";

/**
 * Reads and completes the settings of this process.
 * @throws CommandError with the French sentences of what is wrong
 */
export function readSettings(): Env {
  try {
    return rereadEnv();
  } catch (error) {
    throw new CommandError((error as Error).message);
  }
}

/** Makes DATA_DIR when it is missing. @throws CommandError when it cannot be written */
export function prepareDataFolder(dataDir: string): void {
  try {
    mkdirSync(dataDir, { recursive: true });
    accessSync(dataDir, constants.W_OK);
    const probe = path.join(dataDir, ".writable");
    writeFileSync(probe, "");
  } catch {
    throw new CommandError(
      `Le dossier « ${dataDir} » ne peut pas être écrit : donnez-en un autre avec DATA_DIR, ou changez ses droits.`,
    );
  }
}

/** The secret of this installation, drawn once and kept beside the embedded database. */
export function sessionSecret(dataDir: string): string {
  const file = path.join(dataDir, SECRET_FILE);
  if (!existsSync(file)) writeFileSync(file, randomBytes(32).toString("base64url"), { mode: 0o600 });
  return readFileSync(file, "utf8").trim();
}
