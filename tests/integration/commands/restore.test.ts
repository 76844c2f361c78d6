import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import pg from "pg";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { writeArchive } from "#lib/commands/archive";
import { db } from "#lib/platform/db";
import { databaseUrl } from "#lib/platform/env";
import { AT, DAY, later } from "#tests/support/clock";
import { makeRegistration, makeUser } from "#tests/support/factories";

let folder: string;
let file: string;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "portail-"));
  file = path.join(folder, "sauvegarde.jsonl.gz");
});

afterEach(() => rm(folder, { recursive: true }));

async function run(name: string, ...args: string[]): Promise<{ code: number; said: string }> {
  const command = spawn(process.execPath, [`lib/commands/${name}.ts`, ...args]);
  let said = "";
  for (const stream of [command.stdout, command.stderr]) stream.on("data", (chunk) => (said += chunk));
  const [code] = (await once(command, "close")) as [number];
  return { code, said };
}

const restore = (...args: string[]) => run("restore", ...args);

async function backUp(): Promise<void> {
  const client = new pg.Client(databaseUrl());
  await client.connect();
  await writeArchive(client, file, AT);
  await client.end();
}

const mail = { kind: "registration-confirmed", to: "a@exemple.fr", subject: "Essai", text: "", html: "" };

describe("npm run restore", () => {
  it("brings everything back, holds the mail that waited and closes the sessions", async () => {
    const { id: registrationId } = await makeRegistration();
    const { id: userId } = await makeUser();
    await db.outgoingMail.create({ data: { ...mail, registrationId } });
    await db.outgoingMail.create({ data: { ...mail, registrationId, status: "sent" } });
    await db.userSession.create({ data: { tokenHash: Buffer.from("jeton"), userId, expiresAt: later(DAY) } });
    await backUp();
    await db.$executeRaw`TRUNCATE "Registration", "Person", "User", "OutgoingMail", "Webinar", "Cycle" RESTART IDENTITY CASCADE`;

    expect(await restore(file)).toMatchObject({ code: 0 });
    expect(await db.registration.count({ where: { id: registrationId } })).toBe(1);
    const mails = await db.outgoingMail.findMany({ orderBy: { status: "asc" } });
    expect(mails.map(({ status, lastError }) => [status, lastError?.slice(0, 23)])).toEqual([
      ["sent", undefined],
      ["failed", "Restauré d’une sauvegar"],
    ]);
    expect([await db.user.count(), await db.userSession.count()]).toEqual([1, 0]);
    const last = Math.max(...mails.map(({ rank }) => rank));
    expect((await db.outgoingMail.create({ data: mail })).rank).toBe(last + 1);
  });

  it("reads what the backup said that it had written, whatever somebody typed", async () => {
    const typed = "Mairie\u2028de\u2029Lyon\u0085, à l’attention\u000b de\u000c vous";
    const { id } = await makeRegistration({ organisation: typed, accessNeeds: "\u2028" });
    const said = await run("backup", file);
    expect(said).toMatchObject({ code: 0, said: expect.stringContaining("relue et comptée") });
    expect(await restore(file, "--verify")).toMatchObject({ code: 0 });
    await db.$executeRaw`TRUNCATE "Registration", "Person", "User", "Webinar", "Cycle" RESTART IDENTITY CASCADE`;
    expect(await restore(file)).toMatchObject({ code: 0 });
    expect(await db.registration.findUnique({ where: { id } })).toMatchObject({
      organisation: typed,
      accessNeeds: "\u2028",
    });

    const lost = await run("backup", path.join(folder, "absent", "sauvegarde.jsonl.gz"));
    expect(lost).toMatchObject({ code: 1, said: expect.stringMatching(/^\s*La sauvegarde n’a pas pu être écrite/) });
  });

  it("never writes over what people did", async () => {
    await backUp();
    await makeRegistration();
    const { code, said } = await restore(file);
    expect(code).toBe(1);
    expect(said).toContain("Cette base contient déjà des comptes ou des inscriptions");
    expect(await db.registration.count()).toBe(1);
  });

  it("only reads with --verify", async () => {
    await backUp();
    await makeRegistration();
    expect(await restore(file, "--verify")).toMatchObject({
      code: 0,
      said: expect.stringContaining("Sauvegarde complète"),
    });
    expect(await restore(`${file}.absent`, "--verify")).toMatchObject({ code: 1 });
  });
});
