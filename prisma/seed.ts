import { openDatabase } from "#lib/commands/database";
import { readSettings } from "#lib/commands/settings";
import { runCommand } from "#lib/commands/steps";

await runCommand(async () => {
  const stop = await openDatabase(readSettings());
  const { seedContent } = await import("#lib/content/seed");
  const { now } = await import("#lib/platform/clock");
  const { disconnect } = await import("#lib/platform/db");
  await seedContent(now());
  await disconnect();
  await stop();
  process.stdout.write("Les contenus sont à jour.\n");
});
