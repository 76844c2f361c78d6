import pg from "pg";
import { CommandError } from "#lib/commands/steps";
import { SESSION_OPTIONS, SESSION_SETTINGS } from "#lib/platform/session-settings";

const CONNECT_TIMEOUT_MS = 5_000;
const LOCK = "SELECT pg_advisory_xact_lock(hashtext('settings of the sessions'))";
const PROTOCOL_VIOLATION = "08P01";
/** Sessions of a pooler that may have been opened too early: more, and something else imposes them. */
const MOST_CLOSED = 50;

const IDENTITY = `SELECT current_user AS "role", extract(epoch FROM pg_postmaster_start_time())::text AS "start",
  (SELECT oid::int FROM pg_database WHERE datname = current_database()) AS "database"`;

const KEPT = `SELECT s."name", s."value", current_setting(s."name") AS "current", EXISTS (
    SELECT FROM pg_db_role_setting k JOIN pg_database d ON d.oid = k.setdatabase, unnest(k.setconfig) c("line")
    WHERE d.datname = current_database() AND k.setrole = current_user::regrole AND lower(c."line") = lower(s."name" || '=' || s."value")
  ) AS "kept" FROM jsonb_each_text($1) s("name", "value")`;

type Setting = { name: string; value: string; current: string; kept: boolean };

export async function withClient<T>(
  connectionString: string,
  work: (client: pg.Client) => Promise<T>,
  settings: pg.ClientConfig = {},
): Promise<T> {
  const client = new pg.Client({ connectionString, connectionTimeoutMillis: CONNECT_TIMEOUT_MS, ...settings });
  // A session that is closed from afar says so in its next answer.
  client.on("error", () => undefined);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

async function pidOf(client: pg.Client): Promise<number> {
  const { rows } = await client.query<{ pid: number }>("SELECT pg_backend_pid() AS pid");
  return rows[0]?.pid ?? 0;
}

/** Whether something stands between us and the server: who opened the session is not who answers. */
async function isPooled(client: pg.Client): Promise<boolean> {
  return (client as pg.Client & { processID: number }).processID !== (await pidOf(client));
}

const isShared = (connectionString: string): Promise<boolean> =>
  withClient(connectionString, async (first) => {
    const pid = await pidOf(first);
    return withClient(connectionString, async (second) => (await pidOf(second)) === pid);
  });

const settingsOf = async (client: pg.Client): Promise<Setting[]> =>
  (await client.query<Setting>(KEPT, [SESSION_SETTINGS])).rows;

/** What a pooler does not let a session ask for, the role keeps: each session of this database begins with it. */
async function keepSettings(direct: pg.Client): Promise<void> {
  await direct.query("BEGIN");
  await direct.query(LOCK);
  const lacking = (await settingsOf(direct)).filter(({ kept }) => !kept);
  const { rows } = await direct.query<{ name: string }>("SELECT current_database() AS name");
  const database = direct.escapeIdentifier(rows[0]?.name ?? "");
  for (const { name, value } of lacking)
    await direct.query(`ALTER ROLE CURRENT_USER IN DATABASE ${database} SET ${name} = ${direct.escapeLiteral(value)}`);
  await direct.query("COMMIT");
}

const SHARED = (name: string) =>
  new CommandError(
    `${name} passe par un répartiteur de connexions (PgBouncer ou un autre), qui prête une même session à plusieurs. Donnez l’adresse du serveur PostgreSQL lui-même.`,
  );

async function assertSame(pooled: pg.Client, direct: pg.Client): Promise<void> {
  const [one, other] = await Promise.all(
    [pooled, direct].map(async (client) => (await client.query(IDENTITY)).rows[0]),
  );
  if (JSON.stringify(one) === JSON.stringify(other)) return;
  throw new CommandError(
    "DATABASE_URL et DATABASE_DIRECT_URL doivent mener à la même base de données, avec le même rôle.",
  );
}

/** @returns the settings that a session of the pooler, opened before the role kept them, does not have; it is closed */
async function wrongSettings(pooled: pg.Client, direct: pg.Client): Promise<string[]> {
  // Nobody else is lent this session until it ends.
  await pooled.query("BEGIN");
  const wrong = (await settingsOf(pooled)).filter(({ value, current }) => value !== current);
  if (wrong.length) await direct.query("SELECT pg_terminate_backend($1)", [await pidOf(pooled)]);
  else await pooled.query("COMMIT");
  return wrong.map(({ name }) => name);
}

async function assertKept(url: string, direct: pg.Client): Promise<void> {
  let wrong: string[] = [];
  for (let tries = 0; tries < MOST_CLOSED; tries++) {
    wrong = await withClient(url, (pooled) => wrongSettings(pooled, direct));
    if (wrong.length === 0) return;
  }
  throw new CommandError(
    `Les sessions que prête le répartiteur de connexions ne suivent pas les réglages du portail (${wrong.join(", ")}) : redémarrez-le, ou retirez-les de ses réglages, puis relancez le portail.`,
  );
}

/**
 * Makes sure that the addresses of the database can be worked with, behind a pooler or not.
 * @throws CommandError in French that names the setting to give or to correct
 */
export async function assertAddresses(addresses: {
  url: string;
  direct?: string | undefined;
  owner?: string | undefined;
}): Promise<void> {
  const { url, direct, owner } = addresses;
  if (owner && (await isShared(owner))) throw SHARED("DATABASE_OWNER_URL");
  if (!direct) {
    // Opened as the pages do: a pooler that refuses opens no session of the server, which would keep what it began with.
    if (!(await withClient(url, isPooled, { options: SESSION_OPTIONS }).catch(refusedByPooler))) return;
    throw new CommandError(
      "DATABASE_URL passe par un répartiteur de connexions, comme PgBouncer. Donnez aussi, avec DATABASE_DIRECT_URL, l’adresse du serveur PostgreSQL lui-même : la mise à jour de la structure et l’écoute des changements en ont besoin.",
    );
  }
  if (await isShared(direct)) throw SHARED("DATABASE_DIRECT_URL");
  await withClient(direct, async (session) => {
    await keepSettings(session);
    await withClient(url, (pooled) => assertSame(pooled, session));
    await assertKept(url, session);
  });
}

function refusedByPooler(error: pg.DatabaseError): true {
  if (error.code !== PROTOCOL_VIOLATION) throw error;
  return true;
}
