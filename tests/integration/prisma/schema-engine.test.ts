import { cp, readdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { describe, expect, inject, test } from "vitest";
import { PROJECT_ROOT } from "#lib/platform/root";
import { prismaCli } from "#tests/support/prisma-cli";
import { scratchDatabase, scratchFolder } from "#tests/support/scratch";

/** The real CLI, on the engine that prisma.config.ts names, with no engine of Prisma's own on the disk. */

const DIFFERENT = 2;
const CONFIG = `import { defineConfig } from "prisma/config";
process.env.PRISMA_SCHEMA_ENGINE_BINARY = ${JSON.stringify(path.join(PROJECT_ROOT, "prisma/schema-engine.ts"))};
export default defineConfig({
  schema: "schema",
  migrations: { path: "migrations" },
  datasource: { url: process.env.DATABASE_URL ?? "" },
});
`;
const MORE = "model Probe {\n  id Int @id\n  flag String\n}\n";

/** A copy of the project's schema and migrations, with a database of its own. */
async function project() {
  const cwd = await scratchFolder();
  const { url, query } = await scratchDatabase(inject("adminUrl"));
  for (const part of ["schema", "migrations"]) {
    await cp(path.join(PROJECT_ROOT, "prisma", part), path.join(cwd, part), { recursive: true });
  }
  await writeFile(path.join(cwd, "prisma.config.ts"), CONFIG);
  const migrate = (...args: string[]) => prismaCli(["migrate", ...args], { databaseUrl: url, cwd });
  return {
    migrate,
    query,
    differs: () =>
      migrate("diff", "--from-migrations", "migrations", "--to-schema", "schema", "--exit-code", "--script"),
    changeSchema: () => writeFile(path.join(cwd, "schema/probe.prisma"), MORE),
    migrations: async () => (await readdir(path.join(cwd, "migrations"))).filter((name) => /^\d/.test(name)),
    tables: async () =>
      (await query<{ name: string }>("SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public'")).map(
        ({ name }) => name,
      ),
  };
}

describe("prisma on our own schema engine", { timeout: 90_000 }, () => {
  test("deploy brings an empty database up, and status agrees", async () => {
    const { migrate, tables } = await project();
    expect(await migrate("status")).toMatchObject({ code: 1, output: expect.stringContaining("not yet been applied") });
    expect(await migrate("deploy")).toMatchObject({ code: 0 });
    expect(await tables()).toEqual(expect.arrayContaining(["Need", "Registration", "_prisma_migrations"]));
    expect(await migrate("status")).toMatchObject({ code: 0, output: expect.stringContaining("up to date") });
  });

  test("the migrations equal the schema", async () => {
    const { differs } = await project();
    const { code, output } = await differs();
    expect(output).toContain("empty migration");
    expect(code).toBe(0);
  });

  test("a change that was not migrated is seen", async () => {
    const { differs, changeSchema } = await project();
    await changeSchema();
    expect(await differs()).toMatchObject({ code: DIFFERENT, output: expect.stringContaining('CREATE TABLE "Probe"') });
  });

  test("dev writes the migration, applies it, and leaves no shadow behind", async () => {
    const { migrate, changeSchema, migrations, tables, differs, query } = await project();
    const before = await migrations();
    await changeSchema();
    const { code, output } = await migrate("dev", "--name", "probe");
    expect(output).toContain("in sync");
    expect(code).toBe(0);
    expect(await migrations()).toEqual([...before, expect.stringMatching(/^\d+_probe$/)]);
    expect(await tables()).toContain("Probe");
    expect((await differs()).code).toBe(0);
    expect(await query("SELECT datname FROM pg_database WHERE datname LIKE 'shadow%'")).toEqual([]);
  });

  test("reset empties the database and brings it up again", async () => {
    const { migrate, query, tables } = await project();
    await migrate("deploy");
    await query(`INSERT INTO "Cycle" (id, slug, title) VALUES (gen_random_uuid(), 'cycle', 'Un cycle')`);
    expect(await migrate("reset", "--force")).toMatchObject({ code: 0 });
    expect(await query('SELECT * FROM "Cycle"')).toEqual([]);
    expect(await tables()).toContain("Need");
  });

  test("a database that does not answer is an error", async () => {
    const { code, output } = await prismaCli(["migrate", "deploy"], {
      databaseUrl: "postgresql://a:b@127.0.0.1:1/none",
    });
    expect(code).not.toBe(0);
    expect(output).toMatch(/reach|connect/i);
  });
});
