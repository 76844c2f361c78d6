import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { freePort } from "#lib/platform/embedded-postgres";

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "portail-"));
});

afterEach(() => rm(folder, { recursive: true, force: true }));

/** Starts the portal with only these settings and waits for its end. */
async function start(settings: Record<string, string>): Promise<{ code: number; errors: string }> {
  const { PATH, NODE_ENV } = process.env;
  const portal = spawn(process.execPath, ["lib/commands/start.ts"], {
    env: { PATH, NODE_ENV, LOG_LEVEL: "silent", ...settings },
  });
  let errors = "";
  portal.stderr.on("data", (chunk) => {
    errors += chunk;
  });
  portal.stdout.resume();
  const [code] = (await once(portal, "close")) as [number];
  return { code, errors };
}

describe("npm start tells in one French sentence why it cannot", () => {
  it("when the port is taken", async () => {
    const other = createServer().listen(0);
    await once(other, "listening");
    const { port } = other.address() as { port: number };
    const { code, errors } = await start({ PORT: String(port), DATA_DIR: folder });
    other.close();
    expect(code).toBe(1);
    expect(errors.trim()).toBe(
      `Le port ${port} est déjà utilisé : arrêtez l’autre programme, ou donnez un autre port avec PORT.`,
    );
  });

  it("when the data folder cannot be written", async () => {
    const file = path.join(folder, "fichier");
    await writeFile(file, "");
    const { code, errors } = await start({ PORT: String(await freePort()), DATA_DIR: path.join(file, "data") });
    expect(code).toBe(1);
    expect(errors.trim()).toMatch(/^Le dossier « .+ » ne peut pas être écrit : donnez-en un autre avec DATA_DIR/);
  });

  it("when nobody answers at DATABASE_URL", async () => {
    const { code, errors } = await start({
      PORT: String(await freePort()),
      DATABASE_URL: `postgresql://x:y@127.0.0.1:${await freePort()}/portail`,
      SESSION_SECRET: "a secret of the tests, long enough to be accepted",
    });
    expect(code).toBe(1);
    expect(errors.trim()).toMatch(
      /^La base de données ne répond pas à l’adresse donnée par DATABASE_URL \(.+\)\. Vérifiez/,
    );
  });

  it("when a setting makes no sense, naming each", async () => {
    const { code, errors } = await start({ PORT: "quatre", SMTP_URL: "ici" });
    expect(code).toBe(1);
    expect(errors).toContain("PORT doit être un nombre");
    expect(errors).toContain("SMTP_URL doit commencer par");
  });
});
