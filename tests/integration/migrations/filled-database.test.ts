import { spawnSync } from "node:child_process";
import { randomUUID } from "node:crypto";
import { readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findMail } from "#lib/notices/outbox/queries";
import { db } from "#lib/platform/db";
import { applyRetention } from "#lib/privacy/mutations";
import { asJson } from "#tests/integration/migrations/facts";
import {
  buildFilled,
  enterFilled,
  enterNew,
  type Filled,
  leaveFilled,
  readFilled,
} from "#tests/integration/migrations/filled-database";
import { goesOn } from "#tests/integration/migrations/goes-on";
import { editorBehind, type Links, seen } from "#tests/integration/migrations/seen";
import { personalPage } from "#tests/integration/migrations/seen-by-people";
import { eraseToTheEnd } from "#tests/support/erasure";
import { tracesOf } from "#tests/support/traces";

/**
 * What a former version left in its database is brought up by the migrations, and nobody sees a difference, but that an
 * address typed in two ways (David’s) is shown as its bearer wrote it last.
 */

const read = async <T>(name: string) => JSON.parse(await readFile(new URL(name, import.meta.url), "utf8")) as T;

let filled: Filled;
let links: Links;
let tables: string[];

beforeAll(async () => {
  filled = await readFilled();
  links = await read("links.json");
  tables = await buildFilled(filled);
}, 120_000);

afterAll(leaveFilled);

const columnOf = (table: string, name: string): unknown[] => {
  const found = filled.tables.find((one) => one.table === table);
  return found?.rows.map((row) => row[found.columns.indexOf(name)]) ?? [];
};

/** What `npm run backup` wrote. @param migrations those of this version */
function backupOf({ migration, at, tables }: Filled, migrations: readonly string[]): Buffer {
  const lines: unknown[] = [
    { format: "innovation-territoriale/1", at, migrations: migrations.filter((name) => name <= migration) },
  ];
  for (const { table, columns, rows } of tables)
    for (const row of rows)
      lines.push({ table, row: Object.fromEntries(columns.map((column, index) => [column, row[index]])) });
  lines.push({ counts: Object.fromEntries(tables.map(({ table, rows }) => [table, rows.length])) });
  return gzipSync(lines.map((line) => `${JSON.stringify(line)}\n`).join(""));
}

describe("a database filled by a former version", { timeout: 120_000 }, () => {
  it("has rows in every table that there was", () => {
    expect(filled.tables.map(({ table }) => table).sort()).toEqual(tables.sort());
  });

  it("has something in every column", () => {
    const empty = filled.tables.flatMap(({ table, columns, rows }) =>
      columns.filter((_, index) => rows.every((row) => row[index] === null)).map((column) => `${table}.${column}`),
    );
    expect(empty).toEqual([]);
  });

  it("has every state of a registration, a link, a message, a question", () => {
    const states = (table: string, name: string) => [...new Set(columnOf(table, name))].filter(Boolean).sort();
    expect(states("Registration", "status")).toEqual(["cancelled", "confirmed", "expired", "offered", "waiting"]);
    expect(states("Registration", "origin")).toEqual(["cycle", "editor", "form", "report"]);
    expect(states("Registration", "presenceSource")).toEqual(["editor", "join", "report"]);
    expect(states("RegistrationGrant", "scope")).toEqual(["join", "owner", "receipt", "survey"]);
    expect(states("OutgoingMail", "status")).toEqual(["dropped", "failed", "queued", "sent"]);
    expect(states("OutgoingMail", "calendarMethod")).toEqual(["CANCEL", "PUBLISH", "REQUEST"]);
    expect(states("Question", "status")).toEqual(["accepted", "dismissed", "pending"]);
  });

  it("shows people what they saw before", async () => {
    await enterFilled();
    expect(asJson(await seen(links, filled.at))).toEqual(await read("seen.json"));
  });

  it("goes on as it would have", async () => {
    await enterFilled();
    expect(asJson(await goesOn(links, filled.at))).toEqual(await read("goes-on.json"));
  });

  it("takes a calendar to speak of the sessions that it names, not of those that came before", async () => {
    await enterFilled();
    const to = { to: "ines@exemple.fr" };
    const several = await db.outgoingMail.findFirstOrThrow({ where: { ...to, calendarMethod: "PUBLISH" } });
    const named = await db.mailSubject.findMany({
      where: { mailId: several.id },
      select: { registration: { select: { webinar: { select: { slug: true } } } } },
    });
    expect(named.map(({ registration }) => registration.webinar.slug).sort()).toEqual(["essaimer", "hybrider"]);
    const cancellation = (slug: string) => ({
      where: { ...to, kind: "registration-cancelled", registration: { webinar: { slug } } },
    });
    const editor = await editorBehind(links.équipe.Claude ?? "", filled.at);
    const isStale = async (slug: string) => {
      await db.outgoingMail.updateMany({ ...cancellation(slug), data: { status: "failed" } });
      const { id } = await db.outgoingMail.findFirstOrThrow(cancellation(slug));
      return (await findMail(editor, id))?.stale;
    };
    expect([await isStale("mobiliser"), await isStale("essaimer")]).toEqual([false, true]);
  });

  it("is restored from a backup that the former version made", async () => {
    const { url, migrations } = await enterNew();
    const file = path.join(tmpdir(), `sauvegarde-${randomUUID()}.jsonl.gz`);
    await writeFile(file, backupOf(filled, migrations));
    const command = spawnSync(process.execPath, ["lib/backup/restore.ts", file], {
      env: { ...process.env, DATABASE_URL: url },
      encoding: "utf8",
    });
    await rm(file);
    expect(command.stderr + command.stdout).toContain("Sauvegarde restaurée");
    const pages = (await read<{ "pages personnelles": Record<string, unknown> }>("seen.json"))["pages personnelles"];
    for (const [name, token] of Object.entries({ ...links.boîte, ...links.fenêtre }))
      expect(asJson(await personalPage(token, filled.at)), name).toEqual(pages[name]);
  });

  it.each([
    ["Amina", "amina", "Diallo", "Aubeville"],
    ["Bruno", "bruno@", "Lefèvre"],
    ["Chloé", "chloe@", "Chloé", "Martin-Dupont", "Bellerive", "Association Bêta"],
    ["David", "david@", "Petit-Roche", "Coopérative X", "Association Y", "Val-d’Est"],
    ["Jules, après changement d’adresse", "jules@", "jules.pro@", "Jules"],
    ["Karim, après correction", "karim@", "Bensaïd"],
    ["Nadia", "nadia@", "Klein"],
  ])("erases %s without a trace", async (name, ...words) => {
    await enterFilled();
    expect(await tracesOf(words)).toContain('public."Registration"');
    expect(await eraseToTheEnd(links.boîte[name] ?? "", filled.at)).toEqual({ ok: true });
    expect(await tracesOf(words)).toEqual([]);
  });

  it("keeps no trace of anybody who was erased, and of nobody at all once their time has come", async () => {
    await enterFilled();
    expect(await tracesOf(["lea.effacee", "Effacée", "Disparue"])).toEqual([]);
    const people = ["email", "lastName"].flatMap((name) => columnOf("Registration", name)).map(String);
    await applyRetention(new Date(filled.at.getTime() + 3 * 366 * 86_400_000));
    expect(await tracesOf(people.filter(Boolean))).toEqual([]);
  });
});
