import { serve } from "#lib/commands/serve";
import { runCommand } from "#lib/commands/steps";

await runCommand(() => serve({ development: false }));
