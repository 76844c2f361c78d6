#!/usr/bin/env node
/**
 * Prisma's schema engine without the native binary that its CLI would download: the CLI starts this file
 * and speaks JSON-RPC with it, one message a line; the work is done by the engine's WebAssembly build
 * over the same database driver as the portal.
 */
import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { PrismaPg } from "@prisma/adapter-pg";
import { bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";
import * as engineModule from "@prisma/schema-engine-wasm/schema_engine_bg";
import pg from "pg";
import { parseIntoClientConfig } from "pg-connection-string";

type Request = { id: number; method: string; params: unknown };

const CHAR_OID = 18;
const TEXT_OID = 25;

/** PostgreSQL's one-byte "char" stands in the catalogue; the adapter only reads it as text. */
function readCharAsText(): void {
  const prototype = pg.Result.prototype as unknown as { addFields(fields: pg.FieldDef[]): void };
  const { addFields } = prototype;
  prototype.addFields = function (fields) {
    for (const field of fields) if (field.dataTypeID === CHAR_OID) field.dataTypeID = TEXT_OID;
    addFields.call(this, fields);
  };
}

/** The adapter cuts scripts at every semicolon, those of function bodies, texts and comments too: hand them over whole. */
function withWholeScripts<A extends Awaited<ReturnType<PrismaPg["connect"]>>>(adapter: A): A {
  adapter.executeScript = async (sql) => void (await adapter.executeRaw({ sql, args: [], argTypes: [] }));
  return adapter;
}

/** The adapter's own shadow database would reuse the connection string, hence the main database: name it apart. */
class ShadowAwarePg extends PrismaPg {
  readonly settings: pg.PoolConfig;

  constructor(settings: pg.PoolConfig) {
    super(settings);
    this.settings = settings;
  }

  override async connect() {
    return withWholeScripts(await super.connect());
  }

  override async connectToShadowDb() {
    const database = `shadow_${crypto.randomUUID().replaceAll("-", "")}`;
    const main = await this.connect();
    await main.executeScript(`CREATE DATABASE "${database}"`);
    const shadow = withWholeScripts(await new PrismaPg({ ...this.settings, database }).connect());
    const disconnect = shadow.dispose.bind(shadow);
    // The database cannot be dropped while the engine is still connected to it.
    shadow.dispose = async () => {
      await disconnect();
      await main.executeScript(`DROP DATABASE "${database}" WITH (FORCE)`);
      await main.dispose();
    };
    return shadow;
  }
}

async function loadEngine(settings: pg.PoolConfig) {
  const wasm = fileURLToPath(
    new URL("schema_engine_bg.wasm", import.meta.resolve("@prisma/schema-engine-wasm/schema_engine_bg")),
  );
  const { instance } = await WebAssembly.instantiate(readFileSync(wasm), { "./schema_engine_bg.js": engineModule });
  engineModule.__wbg_set_wasm(instance.exports);
  (instance.exports.__wbindgen_start as () => void)();
  const adapter = bindMigrationAwareSqlAdapterFactory(new ShadowAwarePg(settings));
  return engineModule.SchemaEngine.new({ datamodels: undefined }, () => {}, adapter);
}

const write = (message: object) => process.stdout.write(`${JSON.stringify({ jsonrpc: "2.0", ...message })}\n`);

async function serve(engine: Record<string, (params: unknown) => Promise<{ stdout?: string } | undefined>>) {
  for await (const line of createInterface({ input: process.stdin })) {
    const { id, method, params } = JSON.parse(line) as Request;
    try {
      const result = await engine[method]?.(params);
      // The native engine prints a diff through a message of its own.
      if (method === "diff" && result?.stdout) write({ id: 0, method: "print", params: { content: result.stdout } });
      write({ id, result: result ?? null });
    } catch (error) {
      const { message, code } = error as { message: string; code?: string };
      write({
        id,
        error: {
          code: 4466,
          message: "An error happened. Check the data field for details.",
          data: { is_panic: false, message, meta: null, error_code: code },
        },
      });
    }
  }
}

/** The sub-command « cli can-connect-to-database »: exit code 0 when the database answers. */
async function canConnect(settings: pg.PoolConfig): Promise<boolean> {
  const client = new pg.Client(settings);
  try {
    await client.connect();
    await client.end();
    return true;
  } catch {
    return false;
  }
}

const args = process.argv.slice(2);
const datasource = JSON.parse(args[args.indexOf("--datasource") + 1] ?? "{}") as { url?: string };
const settings = parseIntoClientConfig(datasource.url ?? process.env.DATABASE_URL ?? "") as pg.PoolConfig;
readCharAsText();
if (args.includes("can-connect-to-database")) process.exit((await canConnect(settings)) ? 0 : 1);
await serve((await loadEngine(settings)) as never);
