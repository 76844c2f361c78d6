import { execFileSync } from "node:child_process";
import { readFile, rename } from "node:fs/promises";
import path from "node:path";
import pg from "pg";
import { describe, expect, onTestFinished, test } from "vitest";
import { startEmbeddedPostgres } from "#lib/platform/embedded-postgres";
import { installation, isRoot } from "#tests/support/checkout";
import { dataFolder, removeFolder } from "#tests/support/portal";
import { until } from "#tests/support/workers";

/** Opens the database of a folder, writes down that it was there, and counts how often that happened. */
const opening = (dataDir: string) => `
  const { startEmbeddedPostgres } = await import("#lib/platform/embedded-postgres");
  const { default: pg } = await import("pg");
  const server = await startEmbeddedPostgres(${JSON.stringify(dataDir)});
  const client = new pg.Client(server.adminUrl);
  await client.connect();
  await client.query("CREATE TABLE IF NOT EXISTS visit (at timestamptz DEFAULT now())");
  await client.query("INSERT INTO visit DEFAULT VALUES");
  const { rows } = await client.query("SELECT count(*)::int AS visits FROM visit");
  await client.end();
  await server.stop();
  console.log(rows[0].visits);`;

const SLOW = { timeout: 120_000 };

describe.runIf(isRoot)("the embedded server opens for root", SLOW, () => {
  test("in a home that is closed to others", async () => {
    const { run, checkout } = await installation({ as: "root", closed: true });
    expect(await run(opening(path.join(checkout, ".data")))).toBe("1");
    expect(await run(opening(path.join(checkout, ".data")))).toBe("2");
  });

  test("in an open folder, with its data there or in a closed one", async () => {
    const { run, checkout, closedFolder } = await installation({ as: "root", closed: false });
    expect(await run(opening(path.join(checkout, ".data")))).toBe("1");
    const closed = await closedFolder("closed");
    expect(await run(opening(path.join(closed, "far", "data")))).toBe("1");
    expect(await run(opening(path.join(closed, "far", "data")))).toBe("2");
  });

  test("on the data of somebody else, or on a copy that lost its owner", async () => {
    const { run, closedFolder } = await installation({ as: "ordinary", closed: false });
    const folder = await closedFolder("data");
    expect(await run(opening(folder))).toBe("1");
    expect(await run(opening(folder), "root")).toBe("2");
    expect(await run(opening(folder))).toBe("3");
    execFileSync("chown", ["-R", "0:0", folder]);
    expect(await run(opening(folder), "root")).toBe("4");
  });
});

describe("the embedded server opens for an ordinary account", SLOW, () => {
  test("in its own closed home, with its data there or in another closed folder", async () => {
    const { run, checkout, closedFolder } = await installation({ as: "ordinary", closed: true });
    expect(await run(opening(path.join(checkout, ".data")))).toBe("1");
    const elsewhere = await closedFolder("elsewhere");
    expect(await run(opening(elsewhere))).toBe("1");
    expect(await run(opening(elsewhere))).toBe("2");
  });

  test("after a machine that was cut while the folder was made, or a number given to another program", async () => {
    const { run, closedFolder } = await installation({ as: "ordinary", closed: false });
    const folder = await closedFolder("data");
    const write = (file: string, text: string) => `
      const { mkdirSync, writeFileSync } = await import("node:fs");
      mkdirSync(${JSON.stringify(path.join(folder, path.dirname(file)))}, { recursive: true });
      writeFileSync(${JSON.stringify(path.join(folder, file))}, ${text});`;
    expect(await run(`${write("postgres.new/PG_VERSION", '"18"')}${opening(folder)}`)).toBe("1");
    expect(await run(`${write("postgres/postmaster.pid", "String(process.pid)")}${opening(folder)}`)).toBe("2");
  });
});

describe("a server that is killed", SLOW, () => {
  const opened = async () => {
    const dataDir = await dataFolder();
    const server = await startEmbeddedPostgres(dataDir);
    onTestFinished(async () => {
      await server.stop();
      await removeFolder(dataDir);
    });
    const file = path.join(dataDir, "postgres/postmaster.pid");
    const kill = async () => process.kill(Number.parseInt(await readFile(file, "utf8"), 10), "SIGKILL");
    const answers = async () => {
      const client = new pg.Client(server.adminUrl);
      client.on("error", () => undefined);
      return client.connect().then(
        () => client.end().then(() => true),
        () => false,
      );
    };
    return { dataDir, server, kill, answers };
  };

  test("is started again where it was, as often as it takes", async () => {
    const { server, kill, answers } = await opened();
    server.keepAlive(() => undefined);
    for (const _ of ["once", "again"]) {
      await kill();
      await until("the server is dead", 10_000, async () => !(await answers()));
      await until("the server is back", 60_000, answers);
    }
  });

  test("and cannot be started again is told", async () => {
    const { dataDir, server, kill } = await opened();
    const lost = new Promise<Error>((resolve) => server.keepAlive(resolve));
    await rename(path.join(dataDir, "postgres/PG_VERSION"), path.join(dataDir, "PG_VERSION"));
    await kill();
    expect((await lost).message).toContain("not a database cluster directory");
  });
});
