import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { chmod, mkdtemp, rm, writeFile } from "node:fs/promises";
import { createConnection } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { freePort } from "#lib/platform/embedded-postgres";

const PROGRAM = ["/usr/sbin/pgbouncer", "pgbouncer"].find((name) => spawnSync(name, ["--version"]).status === 0);

/** Why a test that needs the real one is skipped; null where it is installed. */
export const noPgBouncer = PROGRAM ? null : "PgBouncer is not installed (apt-get install pgbouncer)";

export type Pooler = { url: string; stop(): Promise<void> };

const answers = (port: number) =>
  new Promise<boolean>((resolve) => {
    const socket = createConnection(port, "127.0.0.1", () => resolve(socket.destroy() !== undefined));
    socket.once("error", () => resolve(false));
  });

/** It runs as root no more than PostgreSQL does. */
const asNobody = process.getuid?.() === 0 ? ["-u", "nobody"] : [];

/**
 * Starts PgBouncer before a server, with the settings of Debian but for the mode: the session is lent for a transaction.
 * @param serverUrl address of the server, with the password of the role
 */
export async function startPgBouncer(
  serverUrl: string,
  { connect_query, ...settings }: Record<string, string> = {},
): Promise<Pooler> {
  const { hostname, port, username, password } = new URL(serverUrl);
  const folder = await mkdtemp(path.join(tmpdir(), "pgbouncer-"));
  await chmod(folder, 0o755);
  const own = await freePort();
  const users = path.join(folder, "users.txt");
  await writeFile(users, `"${username}" "${password}"\n`);
  const lines = {
    listen_addr: "127.0.0.1",
    listen_port: String(own),
    unix_socket_dir: "",
    auth_type: "scram-sha-256",
    auth_file: users,
    pool_mode: "transaction",
    default_pool_size: "10",
    ...settings,
  };
  const text = Object.entries(lines).map(([name, value]) => `${name} = ${value}`);
  const connect = connect_query ? ` connect_query='${connect_query.replaceAll("'", "''")}'` : "";
  const file = path.join(folder, "pgbouncer.ini");
  await writeFile(
    file,
    ["[databases]", `* = host=${hostname} port=${port}${connect}`, "[pgbouncer]", ...text].join("\n"),
  );
  const child: ChildProcess = spawn(PROGRAM ?? "", [...asNobody, file], { stdio: "ignore" });
  const lastWish = () => child.kill("SIGTERM");
  process.once("exit", lastWish);
  while (!(await answers(own))) {
    if (child.exitCode !== null) throw new Error(`PgBouncer ended with ${child.exitCode}.`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  const url = new URL(serverUrl);
  url.port = String(own);
  return {
    url: url.href,
    async stop() {
      process.off("exit", lastWish);
      const closed = once(child, "close");
      child.kill("SIGTERM");
      await closed;
      await rm(folder, { recursive: true, force: true });
    },
  };
}
