import { execFileSync, spawn, spawnSync } from "node:child_process";
import { cpSync, existsSync } from "node:fs";
import { chmod, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { freePort } from "#lib/platform/embedded-postgres";

/** A real WordPress, as Debian packages it, with a database of its own; all of it in a temporary folder. */

const SOURCES = "/usr/share/wordpress";
const has = (program: string) => spawnSync(program, ["--version"], { stdio: "ignore" }).status === 0;

/** Why a test that needs the real one is skipped; null where it is installed. */
export const noWordPress =
  existsSync(`${SOURCES}/wp-content/themes`) && has("php") && has("mariadbd")
    ? null
    : "WordPress is not installed (apt-get install wordpress php-mysql mariadb-server)";

export type WordPress = {
  url: string;
  /** Runs PHP with all of WordPress at hand. */
  run(php: string): string;
  stop(): Promise<void>;
};

const configuration = (folder: string, url: string) => `<?php
define('DB_NAME', 'site'); define('DB_USER', 'root'); define('DB_PASSWORD', ''); define('DB_CHARSET', 'utf8mb4');
define('DB_HOST', 'localhost:${folder}/database.sock'); define('DB_COLLATE', '');
define('WP_HOME', '${url}'); define('WP_SITEURL', '${url}');
define('DISABLE_WP_CRON', true); define('AUTOMATIC_UPDATER_DISABLED', true); define('WP_HTTP_BLOCK_EXTERNAL', true);
$table_prefix = 'wp_';
defined('ABSPATH') || define('ABSPATH', __DIR__ . '/');
require_once ABSPATH . 'wp-settings.php';
`;

const INSTALL = `
require_once ABSPATH . 'wp-admin/includes/upgrade.php';
wp_install('Un centre', 'equipe', 'equipe@exemple.fr', true, '', 'une phrase assez longue');
update_option('permalink_structure', '/%postname%/');
flush_rewrite_rules();
`;

type Undo = () => Promise<void>;

/** @throws Error when it ended before it answered */
async function started(program: string, args: string[], answers: () => Promise<boolean> | boolean, undo: Undo[]) {
  const server = spawn(program, args, { stdio: "ignore" });
  const closed = new Promise((resolve) => server.once("close", resolve));
  const lastWish = () => server.kill("SIGTERM");
  process.once("exit", lastWish);
  undo.unshift(async () => {
    process.off("exit", lastWish);
    server.kill("SIGTERM");
    await closed;
  });
  while (!(await answers())) {
    if (server.exitCode !== null) throw new Error(`${program} ended with ${server.exitCode}.`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

async function startDatabase(folder: string, undo: Undo[]): Promise<void> {
  const socket = path.join(folder, "database.sock");
  const data = path.join(folder, "data");
  // The server of the database runs as root no more than PostgreSQL does.
  const asNobody = process.getuid?.() === 0 ? ["--user=nobody"] : [];
  await chmod(folder, 0o777);
  execFileSync("mariadb-install-db", [`--datadir=${data}`, ...asNobody, "--skip-test-db"], { stdio: "ignore" });
  const settings = [`--datadir=${data}`, `--socket=${socket}`, `--pid-file=${data}/pid`, ...asNobody];
  const isThere = () => existsSync(socket);
  await started("mariadbd", ["--no-defaults", ...settings, "--skip-networking", "--skip-grant-tables"], isThere, undo);
  execFileSync("mariadb", ["--no-defaults", `--socket=${socket}`, "-e", "CREATE DATABASE site"]);
}

/** @throws Error where it is not installed, see `noWordPress` */
export async function startWordPress(): Promise<WordPress> {
  const folder = await mkdtemp(path.join(tmpdir(), "portail-wordpress-"));
  const undo: Undo[] = [() => rm(folder, { recursive: true, force: true })];
  const stop = async () => {
    for (const one of undo) await one();
  };
  try {
    await startDatabase(folder, undo);
    const site = path.join(folder, "site");
    cpSync(SOURCES, site, { recursive: true, dereference: true });
    const host = `127.0.0.1:${await freePort()}`;
    const url = `http://${host}`;
    await writeFile(path.join(site, "wp-config.php"), configuration(folder, url));
    const run = (php: string, before = "") =>
      execFileSync(
        "php",
        [
          "-d",
          "sendmail_path=/bin/true",
          "-r",
          `${before} $_SERVER['HTTP_HOST'] = '${host}'; require 'wp-load.php'; ${php}`,
        ],
        {
          cwd: site,
          encoding: "utf8",
        },
      );
    run(INSTALL, "define('WP_INSTALLING', true);");
    const answers = () =>
      fetch(url)
        .then(({ ok }) => ok)
        .catch(() => false);
    await started("php", ["-S", host, "-t", site], answers, undo);
    return { url, run, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
