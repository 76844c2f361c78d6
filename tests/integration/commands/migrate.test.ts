import { spawn } from "node:child_process";
import { appendFile, cp, readdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
import path from "node:path";
import { text } from "node:stream/consumers";
import { describe, expect, inject, test } from "vitest";
import { freePort } from "#lib/platform/embedded-postgres";
import { PROJECT_ROOT } from "#lib/platform/root";
import { scratchDatabase, scratchFolder } from "#tests/support/scratch";

/** The commands in a checkout of their own, as git gives it: no client, no database. */

const PARTS = ["content", "lib", "package.json", "package-lock.json", "prisma", "prisma.config.ts"];
const SLOW = { timeout: 300_000 };

async function checkout() {
  const cwd = await scratchFolder();
  for (const part of PARTS) await cp(path.join(PROJECT_ROOT, part), path.join(cwd, part), { recursive: true });
  await rm(path.join(cwd, "prisma/generated"), { recursive: true, force: true });
  await symlink(path.join(PROJECT_ROOT, "node_modules"), path.join(cwd, "node_modules"));
  const changeSchema = async (noun: string, from: string, to: string) => {
    const file = `prisma/schema/${noun}.prisma`;
    const original = await readFile(path.join(PROJECT_ROOT, file), "utf8");
    expect(original).toContain(from);
    await writeFile(path.join(cwd, file), original.replace(from, to));
  };
  return {
    /** Runs a command with only these settings. */
    async run(file: string, args: string[], settings: Record<string, string> = {}) {
      const { PATH, HOME } = process.env;
      const env = { PATH, HOME, NODE_ENV: "test" as const, LOG_LEVEL: "silent", NO_COLOR: "1", ...settings };
      const child = spawn(process.execPath, [file, ...args], { cwd, env, stdio: ["ignore", "pipe", "pipe"] });
      const closed = new Promise<number | null>((resolve) => child.once("close", resolve));
      const [code, out, errors] = await Promise.all([closed, text(child.stdout), text(child.stderr)]);
      return { code, out, errors };
    },
    /** Writes a column into a model, from the schema as it was. */
    withColumn: (noun: string, model: string, column: string) =>
      changeSchema(noun, `model ${model} {`, `model ${model} {\n  ${column}`),
    without: (noun: string, line: string) => changeSchema(noun, line, ""),
    migrations: async () => (await readdir(path.join(cwd, "prisma/migrations"))).filter((name) => /^\d/.test(name)),
    append: (file: string, more: string) => appendFile(path.join(cwd, file), more),
    read: (file: string) => readFile(path.join(cwd, file), "utf8"),
    remove: (file: string) => rm(path.join(cwd, file), { recursive: true }),
  };
}

const MIGRATE = "lib/commands/migrate.ts";

test("a field is added from a fresh checkout, and the portal says what it waits for", SLOW, async () => {
  const { run, withColumn, migrations, append, read } = await checkout();
  await withColumn("webinars", "Webinar", "subtitle String?");

  const early = await run("lib/commands/start.ts", [], { PORT: String(await freePort()) });
  expect(early.code).toBe(1);
  expect(early.errors.trim()).toBe(
    "Le schéma a une colonne qu’aucune migration ne crée : Webinar.subtitle. Créez-la : npm run migrate -- --name pourquoi",
  );

  const { code, out, errors } = await run(MIGRATE, ["--name", "Sous-titre des séances"]);
  expect({ code, errors }).toEqual({ code: 0, errors: "" });
  const made = (await migrations()).at(-1);
  expect(made).toMatch(/^\d{14}_sous_titre_des_seances$/);
  expect(out).toContain(`La migration prisma/migrations/${made} est créée et appliquée`);
  expect(await read(`prisma/migrations/${made}/migration.sql`)).toContain('ADD COLUMN     "subtitle" TEXT');
  expect(await read("prisma/generated/models/Webinar.ts")).toContain("subtitle");

  expect(await run("prisma/seed.ts", [])).toMatchObject({ code: 0 });
  const again = await run(MIGRATE, ["--name", "encore"]);
  expect(again).toMatchObject({ code: 0, out: expect.stringContaining("Rien à créer") });

  await withColumn("webinars", "Webinar", "subtitle String?\n  motto String?");
  const { out: drafted } = await run(MIGRATE, ["--name", "devise", "--draft"]);
  expect(drafted).toContain("est écrite, et pas encore appliquée\u00A0: complétez-la");
  const draft = `prisma/migrations/${(await migrations()).at(-1)}/migration.sql`;
  expect(await read(draft)).toContain('ADD COLUMN     "motto" TEXT');
  await append(draft, "SELECT announce_changes('\"Webinar\"');\n");
  expect(await run(MIGRATE, ["--name", "suite"])).toMatchObject({ code: 0, errors: "" });
});

describe("npm run migrate tells in French what it does not do", SLOW, () => {
  test("without a name", async () => {
    const { run } = await checkout();
    for (const args of [[], ["--name"], ["--name", "…"], ["pourquoi"]]) {
      const { code, errors } = await run(MIGRATE, args);
      expect(code).toBe(1);
      expect(errors.trim()).toBe(
        "Dites en un mot ou deux pourquoi la base change : npm run migrate -- --name pourquoi",
      );
    }
  });

  test("with a schema or a database that it cannot follow, and never loses what is there", async () => {
    const { run, withColumn, without, migrations, read, remove } = await checkout();
    const { url, query } = await scratchDatabase(inject("adminUrl"));
    const settings = { DATABASE_URL: url, APP_ENV: "test", SESSION_SECRET: process.env.SESSION_SECRET ?? "" };
    const migrate = (name: string) => run(MIGRATE, ["--name", name], settings);
    expect(await migrate("rien")).toMatchObject({ code: 0, out: expect.stringContaining("Rien à créer") });
    const before = await migrations();
    await query(`INSERT INTO "Cycle" (id, slug, title) VALUES (gen_random_uuid(), 'cycle', 'Un cycle')`);

    await withColumn("cycles", "Cycle", "motto Strin");
    expect((await migrate("faute")).errors).toMatch(/^\s*Le schéma a une erreur.*motto Strin/s);
    await withColumn("cycles", "Cycle", "motto String");
    expect((await migrate("devise")).errors).toMatch(/^\s*Des lignes n’ont pas de quoi remplir.*`motto`/s);
    expect(await migrations()).toEqual(before);

    await without("cycles", "  provisional Boolean @default(false)");
    const loss = await migrate("perte");
    expect(loss.errors).toBe("");
    expect(loss.out).toContain("pas encore appliquée : elle efface des données");
    const made = (await migrations()).at(-1);
    expect(await read(`prisma/migrations/${made}/migration.sql`)).toContain('DROP COLUMN "provisional"');
    expect(await query('SELECT "provisional" FROM "Cycle"')).toEqual([{ provisional: false }]);

    await remove(`prisma/migrations/${made}`);
    await remove(`prisma/migrations/${before.at(-1)}`);
    expect((await migrate("ailleurs")).errors).toMatch(/^\s*La base de données a reçu des migrations que ce dossier/);
    expect(await query('SELECT "title" FROM "Cycle"')).toEqual([{ title: "Un cycle" }]);
  });
});
