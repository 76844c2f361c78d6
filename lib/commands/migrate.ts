import { cp, mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { generateClient } from "#lib/commands/build";
import { openDatabase, runTool, toolOutput } from "#lib/commands/database";
import { readSettings } from "#lib/commands/settings";
import { CommandError, runCommand, step } from "#lib/commands/steps";
import { slugify } from "#lib/platform/text";

const PRISMA = "prisma/build/index.js";
const FOLDER = "prisma/migrations";

/** What the tool says where it refuses, and what to do then. */
const REFUSALS: [said: RegExp, advice: string][] = [
  [/P1012/, "Le schéma a une erreur : corrigez-la dans prisma/schema, puis recommencez."],
  [
    /without a default value/,
    "Des lignes n’ont pas de quoi remplir la nouvelle colonne : donnez-lui une valeur par défaut (@default), ou rendez-la facultative (?), puis recommencez.",
  ],
  [
    /We need to reset/,
    "La base de données a reçu des migrations que ce dossier n’a pas, ou a autrement. Recommencez sur une base neuve : un autre DATA_DIR, ou le même une fois supprimé avec tout ce qu’il contient.",
  ],
];
/** It asks before it loses something, and there is nobody to answer. */
const LOSS = /non-interactive/;

type Wish = { name: string; draft: boolean };

function readWish(): Wish {
  const usage = "Dites en un mot ou deux pourquoi la base change : npm run migrate -- --name pourquoi";
  try {
    const { values } = parseArgs({ options: { name: { type: "string" }, draft: { type: "boolean", default: false } } });
    const name = slugify(values.name ?? "").replaceAll("-", "_");
    if (name) return { name, draft: values.draft };
  } catch {
    // The same sentence.
  }
  throw new CommandError(usage);
}

const migrations = async () => (await readdir(FOLDER)).filter((name) => /^\d/.test(name));

/** Writes the migration for somebody to read: applying it is another act. */
async function writeOnly(name: string): Promise<void> {
  const now = new Date().toISOString().replace(/\D/g, "").slice(0, 14);
  // Not in its place yet: a folder without its file is an error to the tool that compares.
  const draft = await mkdtemp(path.join(tmpdir(), "migration-"));
  const change = ["--from-migrations", FOLDER, "--to-schema", "prisma/schema"];
  await runTool("La migration n’a pas pu être écrite.", PRISMA, [
    ...["migrate", "diff", ...change],
    ...["--script", "--output", `${draft}/migration.sql`],
  ]);
  await cp(draft, `${FOLDER}/${now}_${name}`, { recursive: true });
  await rm(draft, { recursive: true });
}

/** @returns what was done, in a sentence */
async function migrate({ name, draft }: Wish): Promise<string> {
  const before = await migrations();
  const added = async () => (await migrations()).find((one) => !before.includes(one));
  if (draft) {
    await writeOnly(name);
    return `La migration ${FOLDER}/${await added()} est écrite, et pas encore appliquée\u00A0: complétez-la, puis recommencez sans --draft.`;
  }
  const { ok, said } = await toolOutput(PRISMA, ["migrate", "dev", "--name", name]);
  const loses = !ok && LOSS.test(said);
  if (loses) await writeOnly(name);
  else if (!ok) {
    const advice = REFUSALS.find(([words]) => words.test(said))?.[1] ?? "La migration n’a pas abouti.";
    throw new CommandError(`${advice}\n\n${said}`);
  }
  const made = await added();
  if (!made) return "Rien à créer : les migrations disent déjà tout ce que dit le schéma, et la base de données les a.";
  if (loses)
    return `La migration ${FOLDER}/${made} est écrite, et pas encore appliquée : elle efface des données. Relisez-la ; elle s’appliquera au prochain démarrage.`;
  return `La migration ${FOLDER}/${made} est créée et appliquée, le client de la base de données est prêt. Relisez-la, et relancez le portail s’il tourne.`;
}

await runCommand(async () => {
  const wish = readWish();
  const settings = readSettings();
  const stop = await step("1/3", "Base de données", () => openDatabase(settings));
  try {
    const outcome = await step("2/3", "Migration", () => migrate(wish));
    await step("3/3", "Client", generateClient);
    process.stdout.write(`\n${outcome}\n`);
  } finally {
    await stop();
  }
});
