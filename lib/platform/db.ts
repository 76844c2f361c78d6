import { PrismaPg } from "@prisma/adapter-pg";
import { inTurn, observeAdapter } from "#lib/observation/adapter";
import { rehearsed } from "#lib/observation/rehearsal";
import { databaseUrl, directUrl } from "#lib/platform/env";
import { SESSION_OPTIONS } from "#lib/platform/session-settings";
import { Prisma, PrismaClient } from "#prisma/client";

/** One pool per process, though the pages and the worker load this module separately. */
const shared = globalThis as { __database?: PrismaClient };

export const POOL_SIZE = 12;
const CONNECT_TIMEOUT_MS = 5_000;
/** Past the limit that the server keeps: a network that went silent would else hold a connection for a quarter of an hour. */
const ANSWER_LIMIT_MS = 35_000;

function connect(): PrismaClient {
  const adapter = new PrismaPg({
    connectionString: databaseUrl(),
    max: POOL_SIZE,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    query_timeout: ANSWER_LIMIT_MS,
    // Behind a pooler, which refuses them, the role keeps them: `commands/pooler`.
    ...(directUrl() === databaseUrl() && { options: SESSION_OPTIONS }),
  });
  const client = new PrismaClient({
    adapter: observeAdapter(adapter),
    transactionOptions: { maxWait: 10_000, timeout: 10_000 },
  });
  const alone = async <A, R>({ args, query }: { args: A; query: (args: A) => R }) => {
    await inTurn();
    return query(args);
  };
  // What it adds changes when a query leaves, and none of its types.
  return client.$extends({
    query: { $allModels: { findUnique: alone, findUniqueOrThrow: alone } },
  }) as unknown as PrismaClient;
}

export const db: PrismaClient = new Proxy({} as PrismaClient, {
  get(_, property) {
    shared.__database ??= connect();
    const value = rehearsed(property) ?? Reflect.get(shared.__database, property);
    return typeof value === "function" ? value.bind(shared.__database) : value;
  },
});

/** What mutations receive inside `db.$transaction`. */
export type Transaction = Parameters<Parameters<PrismaClient["$transaction"]>[0]>[0];

type DatabaseError = Prisma.PrismaClientKnownRequestError;
const hasCode = (error: unknown, code: string): error is DatabaseError =>
  error instanceof Prisma.PrismaClientKnownRequestError && error.code === code;

/** Another row has what must be unique. */
export const isDuplicate = (error: unknown): error is DatabaseError => hasCode(error, "P2002");

/** A row that the write names does not exist. */
export const isDangling = (error: unknown): error is DatabaseError => hasCode(error, "P2003");

export async function disconnect(): Promise<void> {
  await shared.__database?.$disconnect();
  delete shared.__database;
}
