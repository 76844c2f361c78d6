import { createHash } from "node:crypto";
import { setImmediate } from "node:timers/promises";
import type { PrismaPg } from "@prisma/adapter-pg";
import type { SqlQuery, SqlQueryable, SqlResultSet } from "@prisma/driver-adapter-utils";
import { observed } from "#lib/observation/page";

/** Tables are the quoted names in capitals; implicit ones, between two nouns, begin with an underscore. */
const TABLE = /"(_?[A-Z]\w*)"/g;
const OWN_CLOCK = /\b(now|clock_timestamp|statement_timestamp|random)\s*\(|\bcurrent_(date|time)/i;

const tablesOf = (sql: string): Set<string> => new Set(Array.from(sql.matchAll(TABLE), ([, name]) => name ?? ""));

const digestOf = ({ rows }: SqlResultSet): string =>
  createHash("sha256").update(JSON.stringify(rows)).digest("base64url");

/** Statements come as new strings each time, though few differ: pages that are kept share them. */
const texts = new Map<string, string>();
const MOST_TEXTS = 2_000;

function sharedText(sql: string): string {
  const known = texts.get(sql);
  if (known !== undefined) return known;
  if (texts.size >= MOST_TEXTS) texts.clear();
  texts.set(sql, sql);
  return sql;
}

/**
 * How to ask a statement again as at another instant: the instant of the page is the only one that it may name.
 * @returns null when it names another, or reads a clock of its own
 */
function askedAt({ sql, args, argTypes }: SqlQuery, at: Date): ((other: Date) => SqlQuery) | null {
  if (OWN_CLOCK.test(sql)) return null;
  const instants = argTypes.flatMap(({ scalarType }, index) => (scalarType === "datetime" ? [index] : []));
  if (instants.some((index) => new Date(args[index] as Date | string).getTime() !== at.getTime())) return null;
  const text = sharedText(sql);
  return (other) => ({
    sql: text,
    args: args.map((arg, index) => (instants.includes(index) ? other : arg)),
    argTypes,
  });
}

/** @param lasting whether the connection outlives the page: a transaction does not */
function observeReads(queryable: SqlQueryable, lasting: boolean): void {
  const queryRaw = queryable.queryRaw.bind(queryable);
  queryable.queryRaw = async (query) => {
    const page = observed();
    if (!page) return queryRaw(query);
    const asked = lasting ? askedAt(query, page.at) : null;
    const read = { tables: tablesOf(query.sql), digest: "", again: null };
    page.reads.push(read);
    const result = await queryRaw(query);
    Object.assign(read, {
      digest: digestOf(result),
      again: asked && (async (at: Date) => digestOf(await queryRaw(asked(at)))),
    });
    return result;
  };
}

/** Tells the page that is being rendered which tables it reads, whoever wrote the statement. */
export function observeAdapter(factory: PrismaPg): PrismaPg {
  const connect = factory.connect.bind(factory);
  factory.connect = async () => {
    const adapter = await connect();
    observeReads(adapter, true);
    const startTransaction = adapter.startTransaction.bind(adapter);
    adapter.startTransaction = async (level) => {
      const transaction = await startTransaction(level);
      observeReads(transaction, false);
      return transaction;
    };
    return adapter;
  };
  return factory;
}

/**
 * The client sends together, for whoever came first, the `findUnique` of one turn of the event loop: each page must
 * make its own.
 */
export async function inTurn(): Promise<void> {
  if (observed()) await setImmediate();
}
