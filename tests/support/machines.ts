import pg from "pg";
import { buildPages, generateClient } from "#lib/commands/build";
import { type EmbeddedPostgres, startEmbeddedPostgres } from "#lib/platform/embedded-postgres";
import { type Balancer, startBalancer } from "#tests/support/balancer";
import { type MailSink, mailSink } from "#tests/support/mail-sink";
import { noPgBouncer, type Pooler, startPgBouncer } from "#tests/support/pgbouncer";
import { dataFolder, type Portal, removeFolder, startPortal } from "#tests/support/portal";
import { type Witness, witness } from "#tests/support/witness";

/** Two machines that serve pages and one that works, on one database, as an installation of several would run. */
export type Machines = {
  webs: Portal[];
  worker: Portal;
  balancer: Balancer;
  sink: MailSink;
  database: Witness;
  /** Settings of every machine. */
  env: Record<string, string>;
  /** Address of the server, past PgBouncer. */
  direct: string;
  dataDir: string;
  close(): Promise<void>;
};

/** How long a machine that leaves says so: many times the three looks of the balancer. */
const DRAIN_SECONDS = 3;

async function openServer(dataDir: string): Promise<EmbeddedPostgres> {
  const server = await startEmbeddedPostgres(dataDir);
  const admin = new pg.Client(server.adminUrl);
  await admin.connect();
  await admin.query(`CREATE DATABASE ${new URL(server.url).pathname.slice(1)}`);
  await admin.end();
  return server;
}

/** All of them start at once on a database that is empty; through PgBouncer in transaction mode where it is installed. */
export async function startMachines(): Promise<Machines> {
  await generateClient();
  await buildPages();
  const dataDir = await dataFolder();
  const server = await openServer(dataDir);
  const sink = await mailSink();
  const pooler: Pooler | null = noPgBouncer ? null : await startPgBouncer(server.url);
  const webs: Portal[] = [];
  const balancer = await startBalancer(() => webs.map(({ url }) => url));
  const env = {
    DATABASE_URL: pooler?.url ?? server.url,
    ...(pooler && { DATABASE_DIRECT_URL: server.url }),
    SITE_URL: balancer.url,
    SESSION_SECRET: "one secret for every machine, long enough to be accepted",
    TRUSTED_PROXIES: "1",
    DRAIN_SECONDS: String(DRAIN_SECONDS),
  };
  const [worker, ...started] = await Promise.all([
    startPortal({ dataDir, env: { ...env, ROLE: "worker", SMTP_URL: sink.url } }),
    startPortal({ dataDir, env: { ...env, ROLE: "web" } }),
    startPortal({ dataDir, env: { ...env, ROLE: "web" } }),
  ]);
  webs.push(...started);
  const database = await witness(server.url);
  // What tests ask of the code itself, beside the machines, goes to the same database.
  process.env.DATABASE_URL = server.url;
  return {
    ...{ webs, worker, balancer, sink, database, env, direct: server.url, dataDir },
    async close() {
      await database.end();
      await balancer.stop();
      for (const machine of [...webs, worker]) await machine.stop();
      await pooler?.stop();
      await sink.close();
      await server.stop();
      await removeFolder(dataDir);
    },
  };
}
