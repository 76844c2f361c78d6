import { runCommand } from "#lib/commands/steps";
import { withDatabase } from "#lib/commands/with-database";

await runCommand(() =>
  withDatabase(async () => {
    const { seedContent } = await import("#lib/content/seed");
    const { now } = await import("#lib/platform/clock");
    await seedContent(now());
    process.stdout.write("Les contenus sont à jour.\n");
  }),
);
