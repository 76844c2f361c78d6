import { generateClient } from "#lib/commands/build";
import { openDatabase, runTool } from "#lib/commands/database";
import { grantRights } from "#lib/commands/rights";
import { readSettings } from "#lib/commands/settings";
import { CommandError } from "#lib/commands/steps";
import { counted } from "#lib/platform/text";

/**
 * Brings the database to the structure that this release knows; nothing to do most of the time.
 * @throws CommandError when the schema has what no migration creates
 */
export async function migrate(): Promise<void> {
  const { missingColumns, pendingMigrations } = await import("#lib/platform/migrations");
  await grantRights();
  if ((await pendingMigrations()).length > 0) {
    await runTool("La base de données n’a pas pu être mise à jour.", "prisma/build/index.js", ["migrate", "deploy"]);
    await grantRights();
  }
  const [first, ...others] = await missingColumns();
  if (first === undefined) return;
  const more = others.length ? ` et ${counted(others.length, "autre", "autres")}` : "";
  throw new CommandError(
    `Le schéma a une colonne qu’aucune migration ne crée : ${first}${more}. Créez-la : npm run migrate -- --name pourquoi`,
  );
}

/**
 * Runs a command's work on a database that answers and is up to date, beside a running portal or without one,
 * then lets go of everything.
 * @param work imports what needs the generated client itself, since it may not exist before
 * @throws CommandError in French when the database cannot be reached
 */
export async function withDatabase(work: () => Promise<void>): Promise<void> {
  const settings = readSettings();
  await generateClient();
  const stop = await openDatabase(settings);
  const { disconnect } = await import("#lib/platform/db");
  try {
    await migrate();
    await work();
  } finally {
    await disconnect();
    await stop();
  }
}
