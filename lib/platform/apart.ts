import pg from "pg";
import { databaseUrl } from "#lib/platform/env";

/** A statement that is given no value. */
export type Ask = <Row>(sql: TemplateStringsArray) => Promise<Row[]>;

/**
 * Asks the database on a connection of its own: pages that wait for one of theirs do not keep it waiting.
 * @param limitMs to connect, then for each answer
 */
export async function apart<T>(limitMs: number, work: (ask: Ask) => Promise<T>): Promise<T> {
  const client = new pg.Client({
    connectionString: databaseUrl(),
    connectionTimeoutMillis: limitMs,
    query_timeout: limitMs,
  });
  client.on("error", () => undefined);
  try {
    await client.connect();
    return await work(async (sql) => (await client.query(sql.join(""))).rows);
  } finally {
    // A server that is silent never says goodbye.
    client.end().catch(() => undefined);
  }
}

/** One at a time, whose answer is given to whoever asks meanwhile. */
export function shared<T>(work: () => Promise<T>): () => Promise<T> {
  let underWay: Promise<T> | null = null;
  return () => {
    underWay ??= work().finally(() => {
      underWay = null;
    });
    return underWay;
  };
}
