import { parseArgs } from "node:util";
import pg from "pg";
import { rowsOf, writeCheckedArchive } from "#lib/commands/archive";
import { CommandError, runCommand } from "#lib/commands/steps";
import { withDatabase } from "#lib/commands/with-database";
import { now } from "#lib/platform/clock";
import { ownerUrl } from "#lib/platform/env";
import { counted } from "#lib/platform/text";

await runCommand(async () => {
  const [file] = parseArgs({ allowPositionals: true }).positionals;
  if (!file) throw new CommandError("Donnez le fichier à écrire\u00A0: npm run backup -- sauvegarde.jsonl.gz");
  await withDatabase(async () => {
    const client = new pg.Client(ownerUrl());
    await client.connect();
    const counts = await writeCheckedArchive(client, file, now()).finally(() => client.end());
    process.stdout.write(
      `Sauvegarde écrite dans « ${file} », relue et comptée : ${counted(rowsOf(counts), "ligne", "lignes")}.\n`,
    );
    process.stdout.write("Elle contient des données personnelles : gardez-la chiffrée, hors de portée du public.\n");
  });
});
