import { fileURLToPath } from "node:url";
import { defineConfig } from "prisma/config";
import { databaseUrl } from "#lib/platform/env";

// The CLI would otherwise download a native engine at first use; ours speaks the same protocol over WebAssembly.
process.env.PRISMA_SCHEMA_ENGINE_BINARY = fileURLToPath(new URL("prisma/schema-engine.ts", import.meta.url));
process.env.PRISMA_HIDE_UPDATE_MESSAGE = "1";

export default defineConfig({
  schema: "prisma/schema",
  migrations: { path: "prisma/migrations", seed: "node prisma/seed.ts" },
  datasource: { url: databaseUrl() },
});
