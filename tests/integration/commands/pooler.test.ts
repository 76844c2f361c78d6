import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { type AddressInfo, createServer } from "node:net";
import pg from "pg";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { assertAddresses } from "#lib/commands/pooler";
import { databaseUrl } from "#lib/platform/env";
import { noPgBouncer, type Pooler, startPgBouncer } from "#tests/support/pgbouncer";

const role = `role_${randomBytes(4).toString("hex")}`;
let admin: pg.Client;
let direct: string;
const opened: { stop(): Promise<void> }[] = [];

beforeEach(async () => {
  admin = new pg.Client(databaseUrl());
  await admin.connect();
  await admin.query(`CREATE ROLE ${role} LOGIN PASSWORD 'secret'`);
  const url = new URL(databaseUrl());
  Object.assign(url, { username: role, password: "secret" });
  direct = url.href;
});

afterEach(async () => {
  for (const one of opened.splice(0)) await one.stop();
  await admin.query(`DROP OWNED BY ${role}`);
  await admin.query(`DROP ROLE ${role}`);
  await admin.end();
});

const ask = async (url: string, sql: string) => {
  const client = new pg.Client(url);
  await client.connect();
  const { rows } = await client.query(sql).finally(() => client.end());
  return rows[0];
};
const SETTINGS = `SELECT current_setting('timezone') AS zone, current_setting('statement_timeout') AS statement,
  current_setting('idle_in_transaction_session_timeout') AS idle, current_setting('default_transaction_isolation') AS level`;
const OURS = { zone: "UTC", statement: "30s", idle: "15s", level: "read committed" };

describe("the addresses of the database", () => {
  test("one that leads to the server needs no other, and nothing is written about its role", async () => {
    await assertAddresses({ url: direct });
    expect(
      await ask(direct, "SELECT count(*)::int AS count FROM pg_db_role_setting WHERE setrole = current_user::regrole"),
    ).toEqual({ count: 0 });
  });

  test("with a direct one, the role keeps the settings of a session, once", async () => {
    await Promise.all(Array.from({ length: 4 }, () => assertAddresses({ url: direct, direct })));
    expect(await ask(direct, SETTINGS)).toEqual(OURS);
    await assertAddresses({ url: direct, direct });
  });

  test("one where the settings of a session are refused misses a direct one", async () => {
    const said = "SFATAL\0C08P01\0Munsupported startup parameter: options\0\0";
    const refusal = Buffer.alloc(5);
    refusal.write("E");
    refusal.writeInt32BE(4 + said.length, 1);
    const refuser = createServer((socket) => {
      socket.once("data", () => socket.end(Buffer.concat([refusal, Buffer.from(said)])));
      socket.on("error", () => undefined);
    }).listen(0, "127.0.0.1");
    await once(refuser, "listening");
    opened.push({ stop: async () => void refuser.close() });
    const { port } = refuser.address() as AddressInfo;
    await expect(assertAddresses({ url: `postgresql://a:b@127.0.0.1:${port}/c` })).rejects.toThrow(
      /DATABASE_URL passe par un répartiteur.+DATABASE_DIRECT_URL/,
    );
  });

  test("two that lead to two databases, or to two roles, are refused", async () => {
    const elsewhere = new URL(direct);
    elsewhere.pathname = "/postgres";
    const sentence = "DATABASE_URL et DATABASE_DIRECT_URL doivent mener à la même base de données, avec le même rôle.";
    await expect(assertAddresses({ url: elsewhere.href, direct })).rejects.toThrow(sentence);
    await expect(assertAddresses({ url: databaseUrl(), direct })).rejects.toThrow(sentence);
  });
});

describe.skipIf(noPgBouncer)("behind PgBouncer, in transaction mode", () => {
  async function bouncer(settings?: Record<string, string>): Promise<Pooler> {
    const pooler = await startPgBouncer(direct, settings);
    opened.push(pooler);
    return pooler;
  }

  test.each([
    ["as Debian installs it", {}],
    ["told to ignore what it does not know", { ignore_startup_parameters: "options,extra_float_digits" }],
  ])("%s, the start says which address it misses", async (_, settings) => {
    const { url } = await bouncer(settings);
    await expect(assertAddresses({ url })).rejects.toThrow(
      /DATABASE_URL passe par un répartiteur.+DATABASE_DIRECT_URL/,
    );
  });

  test("an address that is called direct and is not is told", async () => {
    const { url } = await bouncer();
    await expect(assertAddresses({ url, direct: url })).rejects.toThrow(/^DATABASE_DIRECT_URL passe par/);
    await expect(assertAddresses({ url: direct, owner: url })).rejects.toThrow(/^DATABASE_OWNER_URL passe par/);
  });

  test("sessions have the settings of the portal, those that were open before too", async () => {
    const { url } = await bouncer();
    await admin.query(`ALTER ROLE ${role} SET statement_timeout = '7s'`);
    await admin.query(`ALTER ROLE ${role} SET timezone = 'UTC'`);
    const together = await Promise.all(Array.from({ length: 5 }, () => ask(url, `${SETTINGS}, pg_sleep(0.2)`)));
    for (const one of together) expect(one).toMatchObject({ statement: "7s", idle: "0" });
    await assertAddresses({ url, direct });
    for (let turn = 0; turn < 5; turn++) expect(await ask(url, SETTINGS)).toEqual(OURS);
  });

  test("what the pooler still imposes is told by its name", async () => {
    const { url } = await bouncer({ server_reset_query: "", connect_query: "SET statement_timeout = '7s'" });
    await expect(assertAddresses({ url, direct })).rejects.toThrow(
      /\(statement_timeout\) : redémarrez-le, ou retirez-les/,
    );
  });
});
