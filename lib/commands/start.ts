import { keepCode } from "#lib/commands/code-cache";
import { boundMemory } from "#lib/commands/memory";
import { runCommand } from "#lib/commands/steps";

await runCommand(keepCode);
boundMemory();
const { serve } = await import("#lib/commands/serve");
await runCommand(() => serve({ development: false }));
