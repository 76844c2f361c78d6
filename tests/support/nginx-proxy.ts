import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createConnection } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { freePort } from "#lib/platform/embedded-postgres";
import { PROJECT_ROOT } from "#lib/platform/root";

const PROGRAM = ["/usr/sbin/nginx", "nginx"].find((name) => spawnSync(name, ["-v"]).status === 0);

/** Why a test that needs the real one is skipped; null where it is installed. */
export const noNginx = PROGRAM ? null : "nginx is not installed (apt-get install nginx-light)";

/** What the README gives to copy. */
async function configurationOfReadme(): Promise<string> {
  const [, block] = /```nginx\n([\s\S]*?)```/.exec(await readFile(`${PROJECT_ROOT}README.md`, "utf8")) ?? [];
  if (!block) throw new Error("the README gives no configuration of nginx");
  return block;
}

const answers = (port: number) =>
  new Promise<boolean>((resolve) => {
    const socket = createConnection(port, "127.0.0.1", () => resolve(socket.destroy() !== undefined));
    socket.once("error", () => resolve(false));
  });

/** Starts nginx as the README says, but for addresses and the certificate. @param portals two addresses */
export async function startNginx(portals: string[]) {
  const folder = await mkdtemp(path.join(tmpdir(), "nginx-"));
  const port = await freePort();
  const hosts = portals.map((url) => `127.0.0.1:${new URL(url).port}`);
  const site = (await configurationOfReadme())
    .replace(/10\.0\.0\.\d:3000/g, () => hosts.shift() ?? "")
    .replace("listen 443 ssl", `listen 127.0.0.1:${port}`);
  const kept = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map(
    (name) => `${name}_temp_path ${folder}/${name};`,
  );
  const user = process.getuid?.() === 0 ? "user root;" : "";
  const file = path.join(folder, "nginx.conf");
  await writeFile(
    file,
    `${user} daemon off; pid ${folder}/pid; error_log ${folder}/error.log;
events {} http { access_log off; ${kept.join(" ")}\n${site}\n}`,
  );
  const child = spawn(PROGRAM ?? "", ["-p", folder, "-c", file], { stdio: "ignore" });
  const lastWish = () => child.kill("SIGTERM");
  process.once("exit", lastWish);
  while (!(await answers(port))) {
    if (child.exitCode !== null) throw new Error(await readFile(`${folder}/error.log`, "utf8"));
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return {
    url: `http://127.0.0.1:${port}`,
    async stop() {
      process.off("exit", lastWish);
      const closed = once(child, "close");
      child.kill("SIGTERM");
      await closed;
      await rm(folder, { recursive: true, force: true });
    },
  };
}
