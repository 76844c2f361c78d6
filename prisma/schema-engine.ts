#!/usr/bin/env node
/** Prisma's schema engine over WebAssembly: the CLI starts this file and speaks JSON-RPC with it, one message a line. */
import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { PrismaPg } from "@prisma/adapter-pg";
import { bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum } from "@prisma/driver-adapter-utils";
import * as engineModule from "@prisma/schema-engine-wasm/schema_engine_bg";
import pg from "pg";
import { parseIntoClientConfig } from "pg-connection-string";

type Request = { id: number; method: string; params: unknown };

const CHAR_OID = 18;
const TEXT_OID = 25;

/** Columns of the catalogue that hold PostgreSQL's one-byte "char". */
const charColumns = new Set<string>();

function readCharAsText(): void {
  const prototype = pg.Result.prototype as unknown as { addFields(fields: pg.FieldDef[]): void };
  const { addFields } = prototype;
  prototype.addFields = function (fields) {
    for (const field of fields.filter(({ dataTypeID }) => dataTypeID === CHAR_OID)) {
      field.dataTypeID = TEXT_OID;
      charColumns.add(field.name);
    }
    addFields.call(this, fields);
  };
}

/** The adapter, without its traps: see lib/edge/README.md. */
function mended<A extends Awaited<ReturnType<PrismaPg["connect"]>>>(adapter: A): A {
  adapter.executeScript = async (sql) => void (await adapter.executeRaw({ sql, args: [], argTypes: [] }));
  const queryRaw = adapter.queryRaw.bind(adapter);
  adapter.queryRaw = async (query) => {
    const result = await queryRaw(query);
    const columnTypes = result.columnTypes.map((type, index) =>
      charColumns.has(result.columnNames[index] ?? "") ? ColumnTypeEnum.Character : type,
    );
    return { ...result, columnTypes };
  };
  return adapter;
}

class ShadowAwarePg extends PrismaPg {
  readonly settings: pg.PoolConfig;

  constructor(settings: pg.PoolConfig) {
    super(settings);
    this.settings = settings;
  }

  override async connect() {
    return mended(await super.connect());
  }

  override async connectToShadowDb() {
    const database = `shadow_${crypto.randomUUID().replaceAll("-", "")}`;
    const main = await this.connect();
    await main.executeScript(`CREATE DATABASE "${database}"`);
    const shadow = mended(await new PrismaPg({ ...this.settings, database }).connect());
    const disconnect = shadow.dispose.bind(shadow);
    shadow.dispose = async () => {
      await disconnect();
      await main.executeScript(`DROP DATABASE "${database}" WITH (FORCE)`);
      await main.dispose();
    };
    return shadow;
  }
}

type Engine = Record<string, (params: unknown) => Promise<{ stdout?: string } | undefined>>;

async function loadEngine(settings: pg.PoolConfig): Promise<Engine> {
  const wasm = fileURLToPath(
    new URL("schema_engine_bg.wasm", import.meta.resolve("@prisma/schema-engine-wasm/schema_engine_bg")),
  );
  const { instance } = await WebAssembly.instantiate(readFileSync(wasm), { "./schema_engine_bg.js": engineModule });
  engineModule.__wbg_set_wasm(instance.exports);
  (instance.exports.__wbindgen_start as () => void)();
  const adapter = bindMigrationAwareSqlAdapterFactory(new ShadowAwarePg(settings));
  const engine = await engineModule.SchemaEngine.new({ datamodels: undefined }, () => {}, adapter);
  return engine as unknown as Engine;
}

const write = (message: object) => process.stdout.write(`${JSON.stringify({ jsonrpc: "2.0", ...message })}\n`);

const writeError = (id: number, data: { is_panic: boolean; message: string; error_code?: string | undefined }) =>
  write({
    id,
    error: {
      code: 4466,
      message: "An error happened. Check the data field for details.",
      data: { ...data, meta: null },
    },
  });

/** The engine's panics end this process; without a word the CLI would take the silence for success. */
function answerPanics(current: () => number): void {
  Object.assign(globalThis, {
    PRISMA_WASM_PANIC_REGISTRY: {
      set_message: (message: string) => writeError(current(), { is_panic: true, message }),
    },
  });
}

async function serve(engine: Engine): Promise<void> {
  let current = 0;
  let diagnosed: unknown;
  answerPanics(() => current);
  for await (const line of createInterface({ input: process.stdin })) {
    const { id, method, params } = JSON.parse(line) as Request;
    current = id;
    try {
      const result = await engine[method]?.(params);
      if (method === "devDiagnostic") diagnosed = params;
      if (method === "applyMigrations" && diagnosed) await engine.devDiagnostic?.(diagnosed);
      // The native engine prints a diff through a message of its own.
      if (method === "diff" && result?.stdout) write({ id: 0, method: "print", params: { content: result.stdout } });
      write({ id, result: result ?? null });
    } catch (error) {
      const { message, code } = error as { message: string; code?: string };
      writeError(id, { is_panic: false, message, error_code: code });
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
await serve(await loadEngine(settings));
