import { hash } from "node:crypto";
import { setImmediate } from "node:timers/promises";
import type { PrismaPg } from "@prisma/adapter-pg";
import type { SqlQuery, SqlQueryable, SqlResultSet } from "@prisma/driver-adapter-utils";
import { observed } from "#lib/observation/page";

/** Tables are the quoted names in capitals; implicit ones, between two nouns, begin with an underscore. */
const TABLE = /"(_?[A-Z]\w*)"/g;
const OWN_CLOCK = /\b(now|clock_timestamp|statement_timestamp|random)\s*\(|\bcurrent_(date|time)/i;

const digestOf = ({ rows }: SqlResultSet): string => hash("sha256", JSON.stringify(rows), "base64url");

type Statement = { sql: string; tables: ReadonlySet<string>; readsClock: boolean };

/** Statements come as new strings each time, though few differ: pages that are kept share them. */
const statements = new Map<string, Statement>();
const MOST_STATEMENTS = 2_000;

function statementOf(sql: string): Statement {
  const known = statements.get(sql);
  if (known) return known;
  if (statements.size >= MOST_STATEMENTS) statements.clear();
  const tables = new Set(Array.from(sql.matchAll(TABLE), ([, name]) => name ?? ""));
  const statement = { sql, tables, readsClock: OWN_CLOCK.test(sql) };
  statements.set(sql, statement);
  return statement;
}

/**
 * How to ask a statement again as at another instant: the instant of the page is the only one that it may name.
 * @returns null when it names another, or reads a clock of its own
 */
function askedAt(
  { sql, readsClock }: Statement,
  { args, argTypes }: SqlQuery,
  at: Date,
): ((other: Date) => SqlQuery) | null {
  if (readsClock) return null;
  const instants = argTypes.flatMap(({ scalarType }, index) => (scalarType === "datetime" ? [index] : []));
  if (instants.some((index) => new Date(args[index] as Date | string).getTime() !== at.getTime())) return null;
  return (other) => ({
    sql,
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
    const statement = statementOf(query.sql);
    const asked = lasting ? askedAt(statement, query, page.at) : null;
    const read = { tables: statement.tables, digest: "", again: null };
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
