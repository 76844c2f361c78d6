import { stat } from "node:fs/promises";
import { parseArgs } from "node:util";
import pg from "pg";
import { rowsOf, writeCheckedArchive } from "#lib/backup/archive";
import { countLostFiles } from "#lib/backup/files";
import { CommandError, runCommand } from "#lib/commands/steps";
import { withDatabase } from "#lib/commands/with-database";
import { weightWords } from "#lib/media/labels";
import { now } from "#lib/platform/clock";
import { ownerUrl } from "#lib/platform/env";
import { counted } from "#lib/platform/text";

await runCommand(async () => {
  const [file] = parseArgs({ allowPositionals: true }).positionals;
  if (!file) throw new CommandError("Donnez le fichier à écrire\u00A0: npm run backup -- sauvegarde.jsonl.gz");
  await withDatabase(async () => {
    const client = new pg.Client(ownerUrl());
    await client.connect();
    const work = async () => [await writeCheckedArchive(client, file, now()), await countLostFiles(client)] as const;
    const [counts, lost] = await work().finally(() => client.end());
    const size = weightWords((await stat(file)).size);
    process.stdout.write(
      `Sauvegarde écrite dans « ${file} », relue et comptée : ${counted(rowsOf(counts), "ligne", "lignes")}, ${size} avec les fichiers.\n`,
    );
    if (lost)
      process.stdout.write(
        `${counted(lost, "fichier manque", "fichiers manquent")} sur le disque : la sauvegarde est sans.\n`,
      );
    process.stdout.write("Elle contient des données personnelles : gardez-la chiffrée, hors de portée du public.\n");
  });
});
