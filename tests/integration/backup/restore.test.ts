import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { gunzipSync } from "node:zlib";
import pg from "pg";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { writeArchive } from "#lib/backup/archive";
import { filesFolder, storedPath } from "#lib/files/storage";
import { db } from "#lib/platform/db";
import { databaseUrl } from "#lib/platform/env";
import { anonymise } from "#lib/privacy/anonymisation-mutations";
import { AT, DAY, later } from "#tests/support/clock";
import { makeCycle, makeRegistration, makeResource, makeUser } from "#tests/support/factories";
import { makeMedia, photograph } from "#tests/support/media";
import { pdfSaying } from "#tests/support/pdf-file";

let folder: string;
let file: string;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "portail-"));
  file = path.join(folder, "sauvegarde.jsonl.gz");
});

afterEach(() => rm(folder, { recursive: true }));

async function run(name: string, ...args: string[]): Promise<{ code: number; said: string }> {
  const command = spawn(process.execPath, [`lib/backup/${name}.ts`, ...args]);
  let said = "";
  for (const stream of [command.stdout, command.stderr]) stream.on("data", (chunk) => (said += chunk));
  const [code] = (await once(command, "close")) as [number];
  return { code, said };
}

const restore = (...args: string[]) => run("restore", ...args);

async function backUp(file: string, at = AT): Promise<void> {
  const client = new pg.Client(databaseUrl());
  await client.connect();
  await writeArchive(client, file, at);
  await client.end();
}

const mail = { kind: "registration-confirmed", to: "a@exemple.fr", subject: "Essai", text: "", html: "" };

describe("npm run restore", { timeout: 120_000 }, () => {
  it("has the search written again by what comes back, and by that alone", async () => {
    const { id } = await makeResource({ title: "Le guide" });
    await db.resourceLink.create({ data: { resourceId: id, position: 1, label: "Lire", url: "https://exemple.fr/" } });
    const entries = () => db.searchEntry.findMany({ select: { itemId: true, title: true, opens: true } });
    const before = await entries();
    expect(before).toEqual([{ itemId: id, title: "Le guide", opens: true }]);
    await backUp(file);
    await db.resource.delete({ where: { id } });
    await makeResource({ title: "Venu depuis" });
    expect(await restore(file)).toMatchObject({ code: 0 });
    expect(await entries()).toEqual(before);
  });

  it("brings everything back, holds the mail that waited and closes the sessions", async () => {
    const { id: registrationId } = await makeRegistration();
    const { id: userId } = await makeUser();
    await db.outgoingMail.create({ data: { ...mail, registrationId } });
    await db.outgoingMail.create({ data: { ...mail, registrationId, status: "sent" } });
    await db.userSession.create({ data: { tokenHash: Buffer.from("jeton"), userId, expiresAt: later(DAY) } });
    await backUp(file);
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

  it("brings the files back with their rows, and says what the disk had lost", async () => {
    const heavy = new Uint8Array(Buffer.concat([await pdfSaying(["Bonjour"]), randomBytes(500_000)]));
    const [whole, lost] = [await makeMedia(heavy), await makeMedia(await photograph(), "Photo.jpg")];
    const rows = await db.media.findMany({ orderBy: { id: "asc" } });
    await rm(storedPath(rows.find(({ id }) => id === lost)?.sha256 ?? ""));
    const said = await run("backup", file);
    expect(said).toMatchObject({ code: 0, said: expect.stringMatching(/1\sfichier manque sur le disque/) });
    expect(said.said).toMatch(/, \d+,\d+\sKo avec les fichiers\./);
    expect(await restore(file, "--verify")).toMatchObject({ code: 0 });
    const lines = gunzipSync(await readFile(file))
      .toString("utf8")
      .split("\n");
    expect(Math.max(...lines.map(({ length }) => length))).toBeLessThan(300_000);
    await rm(filesFolder(), { recursive: true });
    await db.$executeRaw`TRUNCATE "Media", "User" CASCADE`;
    expect(await restore(file)).toMatchObject({ code: 0 });
    expect(await db.media.findMany({ orderBy: { id: "asc" } })).toEqual(rows);
    const { sha256 } = await db.media.findUniqueOrThrow({ where: { id: whole } });
    expect(new Uint8Array(await readFile(storedPath(sha256)))).toEqual(heavy);
    expect(await readdir(filesFolder())).toEqual([sha256]);
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

  it("erases again whoever was erased since, as a later backup tells, and nobody else", async () => {
    const [erased, kept, corrected] = [await makeRegistration(), await makeRegistration(), await makeRegistration()];
    const { id: cycleId } = await makeCycle();
    const follower = await db.person.create({ data: { email: "suit@exemple.fr", emailKey: "suit@exemple.fr" } });
    const words = { firstName: "Ana", lastName: "Suit", profile: "association" as const };
    await db.cycleSubscription.create({ data: { ...words, cycleId, personId: follower.id } });
    await db.outgoingMail.create({ data: { ...mail, to: follower.email, emailKey: follower.email } });
    await backUp(file);

    await db.$transaction((tx) => anonymise(tx, [erased.id], AT));
    await db.person.delete({ where: { id: follower.id } });
    // Their address was that of somebody known.
    await db.registration.update({ where: { id: corrected.id }, data: { personId: kept.personId } });
    await db.person.deleteMany({ where: { id: corrected.personId ?? "" } });
    const later = path.join(folder, "plus-recente.jsonl.gz");
    await backUp(later, new Date(AT.getTime() + DAY));
    await db.$executeRaw`TRUNCATE "Registration", "Person", "User", "OutgoingMail", "Webinar", "Cycle" RESTART IDENTITY CASCADE`;

    expect(await restore(later, "--erasures", file)).toMatchObject({
      code: 1,
      said: expect.stringContaining("n’est pas plus récente"),
    });
    const { code, said } = await restore(file, "--erasures", later);
    expect({ code, said }).toMatchObject({
      code: 0,
      said: expect.stringMatching(/Effacements refaits\s: 1\sinscription\./),
    });
    const names = await db.registration.findMany({
      orderBy: { id: "asc" },
      select: { lastName: true, personId: true },
    });
    expect(names).toEqual([
      { lastName: "", personId: null },
      { lastName: kept.lastName, personId: kept.personId },
      { lastName: corrected.lastName, personId: corrected.personId },
    ]);
    expect(await db.person.count()).toBe(2);
    expect([await db.cycleSubscription.count(), await db.outgoingMail.count()]).toEqual([0, 0]);
    expect((await db.registration.findUniqueOrThrow({ where: { id: erased.id } })).status).toBe("cancelled");
  });

  it("never writes over what people did", async () => {
    await backUp(file);
    await makeRegistration();
    const { code, said } = await restore(file);
    expect(code).toBe(1);
    expect(said).toContain("Cette base contient déjà des comptes ou des inscriptions");
    expect(await db.registration.count()).toBe(1);
  });

  it("only reads with --verify", async () => {
    await backUp(file);
    await makeRegistration();
    expect(await restore(file, "--verify")).toMatchObject({
      code: 0,
      said: expect.stringContaining("Sauvegarde complète"),
    });
    expect(await restore(`${file}.absent`, "--verify")).toMatchObject({ code: 1 });
  });
});
