import { createHash, randomUUID } from "node:crypto";
import { readFile } from "node:fs/promises";
import type pg from "pg";
import { PROJECT_ROOT } from "#lib/platform/root";

/** The structure of the database as it was: a backup is read into the one that it was made from, then brought up. */

const OURS = `
  SELECT format('DROP TABLE %I CASCADE', tablename) AS command FROM pg_tables WHERE schemaname = 'public'
  UNION ALL SELECT format('DROP TYPE %I', typname) FROM pg_type
  WHERE typtype = 'e' AND typnamespace = 'public'::regnamespace
  UNION ALL SELECT format('DROP COLLATION %I', collname) FROM pg_collation WHERE collnamespace = 'public'::regnamespace
  UNION ALL SELECT format('DROP TEXT SEARCH CONFIGURATION %I', cfgname) FROM pg_ts_config
  WHERE cfgnamespace = 'public'::regnamespace
  UNION ALL SELECT format('DROP FUNCTION %s CASCADE', p.oid::regprocedure) FROM pg_proc p
  WHERE p.pronamespace = 'public'::regnamespace
    AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = p.oid AND d.deptype = 'e')`;

const PROGRESS = `CREATE TABLE "_prisma_migrations" (
  "id" VARCHAR(36) PRIMARY KEY, "checksum" VARCHAR(64) NOT NULL, "finished_at" TIMESTAMPTZ,
  "migration_name" VARCHAR(255) NOT NULL, "logs" TEXT, "rolled_back_at" TIMESTAMPTZ,
  "started_at" TIMESTAMPTZ NOT NULL DEFAULT now(), "applied_steps_count" INTEGER NOT NULL DEFAULT 0)`;

/**
 * Replaces the structure of an unused database by that of a former release, in the caller's transaction.
 * @param migrations those that the former release knew, oldest first
 */
export async function buildFormerStructure(client: pg.Client, migrations: readonly string[]): Promise<void> {
  const { rows } = await client.query<{ command: string }>(OURS);
  for (const { command } of rows) await client.query(command);
  await client.query(PROGRESS);
  for (const name of migrations) {
    const script = await readFile(`${PROJECT_ROOT}prisma/migrations/${name}/migration.sql`, "utf8");
    await client.query(script);
    await client.query(
      `INSERT INTO "_prisma_migrations" ("id", "checksum", "finished_at", "migration_name", "applied_steps_count")
       VALUES ($1, $2, now(), $3, 1)`,
      [randomUUID(), createHash("sha256").update(script).digest("hex"), name],
    );
  }
}
