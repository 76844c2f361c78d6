import { readdir } from "node:fs/promises";
import type { Ask } from "#lib/platform/apart";
import { db } from "#lib/platform/db";
import { PROJECT_ROOT } from "#lib/platform/root";
import { Prisma } from "#prisma/client";

/** Names of the migrations that the database has not finished, oldest first. */
export async function pendingMigrations(ask: Ask = (sql) => db.$queryRaw(sql)): Promise<string[]> {
  const folders = await readdir(`${PROJECT_ROOT}prisma/migrations`, { withFileTypes: true });
  const names = folders.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  const [table] = await ask<{ exists: boolean }>`
    SELECT to_regclass('public._prisma_migrations') IS NOT NULL AS "exists"`;
  if (!table?.exists) return names.sort();
  const finished = await ask<{ migration_name: string }>`
    SELECT migration_name FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL`;
  const done = new Set(finished.map((row) => row.migration_name));
  return names.filter((name) => !done.has(name)).sort();
}

/** The columns that the schema has and the database lacks: « Webinar.subtitle ». */
export async function missingColumns(): Promise<string[]> {
  const rows = await db.$queryRaw<{ name: string }[]>`
    SELECT table_name || '.' || column_name AS "name" FROM information_schema.columns WHERE table_schema = 'public'`;
  const existing = new Set(rows.map(({ name }) => name));
  return Object.values(Prisma.ModelName)
    .flatMap((model) => Object.keys(Prisma[`${model}ScalarFieldEnum`]).map((column) => `${model}.${column}`))
    .filter((name) => !existing.has(name));
}
