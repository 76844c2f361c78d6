import { parseArgs } from "node:util";
import pg from "pg";
import { type Counts, finishedMigrations, readArchive, rowsOf, tablesInOrder } from "#lib/backup/archive";
import { fileReceiver } from "#lib/backup/files";
import { CommandError, runCommand } from "#lib/commands/steps";
import { buildFormerStructure } from "#lib/commands/structure";
import { migrate, withDatabase } from "#lib/commands/with-database";
import { ownerUrl } from "#lib/platform/env";
import { counted } from "#lib/platform/text";
import type { Erasures } from "#lib/privacy/erasure-mutations";

const HELD = "Restauré d’une sauvegarde : à renvoyer d’ici si ce message est encore utile.";

const usage =
  "Donnez la sauvegarde à lire : npm run restore -- sauvegarde.jsonl.gz [--verify] [--erasures sauvegarde-plus-recente.jsonl.gz]";

/** A restore never writes over what people did: it wants a database where nobody signed in or registered. */
async function assertUnused(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ used: boolean }>(
    'SELECT EXISTS (SELECT 1 FROM "User") OR EXISTS (SELECT 1 FROM "Registration") AS used',
  );
  if (!rows[0]?.used) return;
  throw new CommandError(
    "Cette base contient déjà des comptes ou des inscriptions : restaurez dans une base neuve (un autre DATA_DIR ou DATABASE_URL).",
  );
}

/**
 * Gives the database the structure that a backup was made from.
 * @throws CommandError when the backup comes from a later release
 */
async function prepare(client: pg.Client, migrations: readonly string[]): Promise<void> {
  const present = await finishedMigrations(client);
  if (migrations.some((name) => !present.includes(name)))
    throw new CommandError(
      "Cette sauvegarde vient d’une version plus récente du portail : mettez d’abord le portail à jour.",
    );
  if (migrations.length < present.length) await buildFormerStructure(client, migrations);
}

/** Puts every row back in one transaction; messages that were waiting are held until an operator releases them. */
async function restore(client: pg.Client, file: string): Promise<Counts> {
  const { migrations } = await readArchive(file, async () => {});
  await client.query("BEGIN");
  await prepare(client, migrations);
  const tables = await tablesInOrder(client);
  // The journal comes back as it was: the only time that its rows are replaced.
  await client.query('ALTER TABLE "AuditEntry" DISABLE TRIGGER USER');
  // What is left out of backups goes with what it belongs to.
  await client.query(`TRUNCATE ${tables.map((name) => `"${name}"`).join(", ")} CASCADE`);
  const received = fileReceiver();
  const putRows = async (table: string, rows: Record<string, unknown>[]) => {
    if (!tables.includes(table)) throw new CommandError(`La sauvegarde contient une table inconnue : « ${table} ».`);
    await client.query(`INSERT INTO "${table}" SELECT * FROM jsonb_populate_recordset(NULL::"${table}", $1::jsonb)`, [
      JSON.stringify(rows),
    ]);
  };
  const { counts } = await readArchive(file, putRows, received.take);
  await received.close();
  await client.query(`UPDATE "OutgoingMail" SET status = 'failed', "lastError" = $1 WHERE status = 'queued'`, [HELD]);
  await client.query('ALTER TABLE "AuditEntry" ENABLE TRIGGER USER');
  // Open sessions end with the database they were opened on.
  await client.query('DELETE FROM "UserSession"');
  await client.query("COMMIT");
  return counts;
}

async function verify(file: string): Promise<void> {
  const { at, counts } = await readArchive(file, async () => {});
  process.stdout.write(`Sauvegarde complète du ${at} : ${counted(rowsOf(counts), "ligne", "lignes")}.\n`);
}

/**
 * Reads in a later backup who was erased since.
 * @throws CommandError when it is not later
 */
async function readErasures(file: string, later: string): Promise<Erasures> {
  const people: string[] = [];
  const anonymised: string[] = [];
  const { at } = await readArchive(later, async (table, rows) => {
    for (const { id, anonymisedAt } of rows) {
      if (table === "Person") people.push(String(id));
      if (table === "Registration" && anonymisedAt) anonymised.push(String(id));
    }
  });
  if (at <= (await readArchive(file, async () => {})).at)
    throw new CommandError(`« ${later} » n’est pas plus récente que la sauvegarde à restaurer.`);
  return { people, anonymised };
}

async function replay(erasures: Erasures): Promise<string> {
  const { ensureQueues } = await import("#lib/jobs/queues");
  const { closeQueue } = await import("#lib/platform/queue");
  const { eraseAgain } = await import("#lib/privacy/erasure-mutations");
  const { now } = await import("#lib/platform/clock");
  await ensureQueues();
  const count = await eraseAgain(erasures, now()).finally(closeQueue);
  return `Effacements refaits : ${counted(count, "inscription", "inscriptions")}.`;
}

async function restoreInto(file: string, later: string | undefined): Promise<void> {
  const erasures = later === undefined ? null : await readErasures(file, later);
  const client = new pg.Client(ownerUrl());
  await client.connect();
  try {
    await assertUnused(client);
    const counts = await restore(client, file);
    await migrate();
    // What is written next comes after what came back.
    await client.query(
      `SELECT setval('"OutgoingMail_rank_seq"', coalesce(max("rank"), 0) + 1, false) FROM "OutgoingMail"`,
    );
    process.stdout.write(`Sauvegarde restaurée : ${counted(rowsOf(counts), "ligne", "lignes")}.\n`);
    const erased = erasures
      ? await replay(erasures)
      : "Qui a demandé son effacement depuis cette sauvegarde est de retour : si vous en avez une plus récente, restaurez dans une base neuve avec --erasures.";
    process.stdout.write(`${erased}\n`);
    process.stdout.write("Aucun message n’est reparti : ceux qui attendaient se renvoient depuis le back-office.\n");
  } finally {
    await client.end();
  }
}

await runCommand(async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { verify: { type: "boolean" }, erasures: { type: "string" } },
  });
  const [file] = positionals;
  if (!file) throw new CommandError(usage);
  if (values.verify) await verify(file);
  else await withDatabase(() => restoreInto(file, values.erasures));
});
