import { boundMemory } from "#lib/commands/memory";
import { runCommand } from "#lib/commands/steps";

boundMemory();
const { serve } = await import("#lib/commands/serve");
await runCommand(() => serve({ development: false }));
