import pg from "pg";

/** A statement as the driver is given it. */
export type Statement = { text: string; values: unknown[] };

/** The SQL that this process sends while some work is done, in order, with what it asks of it. */
export async function statementsOf(work: () => Promise<unknown>): Promise<Statement[]> {
  const sent: Statement[] = [];
  const real = pg.Client.prototype.query as (...args: unknown[]) => unknown;
  pg.Client.prototype.query = function (this: pg.Client, ...args: unknown[]) {
    const [asked, values] = args as [string | { text: string; values?: unknown[] }, unknown[]?];
    sent.push(
      typeof asked === "string"
        ? { text: asked, values: [values ?? []].flat() }
        : { text: asked.text, values: asked.values ?? values ?? [] },
    );
    return real.apply(this, args);
  } as typeof pg.Client.prototype.query;
  try {
    await work();
  } finally {
    pg.Client.prototype.query = real as typeof pg.Client.prototype.query;
  }
  return sent;
}
