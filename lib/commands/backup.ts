import { parseArgs } from "node:util";
import pg from "pg";
import { writeArchive } from "#lib/commands/archive";
import { openDatabase } from "#lib/commands/database";
import { readSettings } from "#lib/commands/settings";
import { CommandError, runCommand } from "#lib/commands/steps";
import { now } from "#lib/platform/clock";
import { databaseUrl } from "#lib/platform/env";
import { counted } from "#lib/platform/text";

await runCommand(async () => {
  const [file] = parseArgs({ allowPositionals: true }).positionals;
  if (!file) throw new CommandError("Donnez le fichier à écrire : npm run backup -- sauvegarde.jsonl.gz");
  const stop = await openDatabase(readSettings());
  const client = new pg.Client(databaseUrl());
  await client.connect();
  const counts = await writeArchive(client, file, now());
  await client.end();
  await stop();
  const total = Object.values(counts).reduce((sum, count) => sum + count, 0);
  process.stdout.write(`Sauvegarde écrite dans « ${file} » : ${counted(total, "ligne", "lignes")}.\n`);
  process.stdout.write("Elle contient des données personnelles : gardez-la chiffrée, hors de portée du public.\n");
});
