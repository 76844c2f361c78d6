import pg from "pg";
import { withClient } from "#lib/commands/pooler";
import { databaseUrl, ownerUrl } from "#lib/platform/env";

const JOURNAL = `"AuditEntry"`;
const PROGRESS = `"_prisma_migrations"`;
const LOCK = "SELECT pg_advisory_xact_lock(hashtext('rights of the application'))";

/** What a former release left to the owner: the queues change their own tables. */
const QUEUES = `
  SELECT format('ALTER SCHEMA %I OWNER TO %I', nspname, $1::text) AS command FROM pg_namespace
  WHERE nspname = 'pgboss' AND pg_get_userbyid(nspowner) <> $1
  UNION ALL SELECT format('ALTER TABLE %s OWNER TO %I', oid::regclass, $1::text) FROM pg_class
  WHERE relnamespace = to_regnamespace('pgboss') AND relkind IN ('r', 'p') AND pg_get_userbyid(relowner) <> $1
  UNION ALL SELECT format('ALTER FUNCTION %s OWNER TO %I', oid::regprocedure, $1::text) FROM pg_proc
  WHERE pronamespace = to_regnamespace('pgboss') AND pg_get_userbyid(proowner) <> $1
  UNION ALL SELECT format('ALTER TYPE %s OWNER TO %I', oid::regtype, $1::text) FROM pg_type
  WHERE typnamespace = to_regnamespace('pgboss') AND typtype = 'e' AND pg_get_userbyid(typowner) <> $1`;

const GRANTS = (role: string, database: string) => `
  GRANT CREATE ON DATABASE ${database} TO ${role};
  GRANT USAGE ON SCHEMA public TO ${role};
  GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO ${role};
  GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO ${role}`;

/** Who an address works as: a pooler may know the role by another name. */
const roleOf = (connectionString: string): Promise<string> =>
  withClient(connectionString, async (client) => {
    const { rows } = await client.query<{ role: string }>("SELECT current_user AS role");
    return rows[0]?.role ?? "";
  });

/** Gives the role that the portal works with what it needs of the tables, and of the journal no way to change it. */
export async function grantRights(): Promise<void> {
  if (ownerUrl() === databaseUrl()) return;
  const role = await roleOf(databaseUrl());
  if (role === (await roleOf(ownerUrl()))) return;
  const client = new pg.Client(ownerUrl());
  await client.connect();
  try {
    await client.query("BEGIN");
    await client.query(LOCK);
    const { rows: names } = await client.query<{ name: string }>("SELECT current_database() AS name");
    const database = client.escapeIdentifier(names[0]?.name ?? "");
    await client.query(GRANTS(client.escapeIdentifier(role), database));
    for (const [table, rights] of [
      [JOURNAL, "UPDATE, DELETE"],
      [PROGRESS, "INSERT, UPDATE, DELETE"],
    ]) {
      const { rows } = await client.query("SELECT to_regclass($1) IS NOT NULL AS exists", [table]);
      if (rows[0]?.exists) await client.query(`REVOKE ${rights} ON ${table} FROM ${client.escapeIdentifier(role)}`);
    }
    const { rows } = await client.query<{ command: string }>(QUEUES, [role]);
    for (const { command } of rows) await client.query(command);
    await client.query("COMMIT");
  } finally {
    await client.end();
  }
}
