import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { freePort } from "#lib/platform/embedded-postgres";

export type Nginx = { url: string; pids(): number[]; stop(): Promise<void> };

const isThere = (): boolean => {
  try {
    execFileSync("nginx", ["-v"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
};

const settings = (folder: string, port: number) => `
${process.getuid?.() === 0 ? "user root;" : ""}
worker_processes 1; daemon off; error_log ${folder}/error.log; pid ${folder}/nginx.pid;
events { worker_connections 256; }
http {
  access_log off; sendfile on; tcp_nopush on; gzip_static on; open_file_cache max=100; default_type text/html;
  keepalive_requests 100000000;
  ${["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map((name) => `${name}_temp_path ${folder}/${name};`).join(" ")}
  server { listen 127.0.0.1:${port}; root ${folder}/pages; }
}`;

async function answers(url: string, nginx: ChildProcess): Promise<void> {
  while (nginx.exitCode === null) {
    if (await fetch(url).catch(() => null)) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error("nginx ended.");
}

/** nginx with one worker, that gives pages as files. @returns null where it is not installed */
export async function nginxWith(pages: ReadonlyMap<string, string>): Promise<Nginx | null> {
  if (!isThere()) return null;
  const folder = await mkdtemp(path.join(tmpdir(), "portail-nginx-"));
  for (const [name, html] of pages) {
    const file = path.join(folder, "pages", name);
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, html);
    await writeFile(`${file}.gz`, gzipSync(html));
  }
  const port = await freePort();
  await writeFile(path.join(folder, "nginx.conf"), settings(folder, port));
  const nginx = spawn("nginx", ["-p", folder, "-c", path.join(folder, "nginx.conf")], { stdio: "ignore" });
  const url = `http://127.0.0.1:${port}`;
  await answers(url, nginx);
  const workers = execFileSync("ps", ["-o", "pid=", "--ppid", String(nginx.pid)], { encoding: "utf8" });
  return {
    url,
    pids: () => workers.trim().split(/\s+/).map(Number),
    stop: async () => {
      const closed = new Promise((resolve) => nginx.once("close", resolve));
      nginx.kill("SIGQUIT");
      await closed;
      await rm(folder, { recursive: true, force: true });
    },
  };
}
