import pg from "pg";
import { directUrl } from "#lib/platform/env";
import { log } from "#lib/platform/log";

/** What the triggers of the database announce on, when a transaction that changed rows commits. */
const CHANNEL = "changes";
/** By which it is known among the connections of the database. */
export const LISTENER = "portail: changes";
const BEAT_MS = 1_500;
const ANSWER_LIMIT_MS = 2_000;
const RETRY_MS = 250;
/** Beyond it, what was heard last says nothing of what happened since. */
const TRUST_MS = 5_000;

export type Changes = {
  /** Tables whose changes nobody announces. */
  unwatched(): ReadonlySet<string>;
  /** Whether every change until five seconds ago at most has been heard. */
  trusted(): boolean;
  /** Resolves once every change that was committed before the call has been heard, or nothing can be heard. */
  caughtUp(): Promise<void>;
  stop(): Promise<void>;
};

type Listener = {
  changed(table: string): void;
  /** Changes may have been missed. */
  deaf(): void;
};

/** Bits of `pg_trigger.tgtype`: INSERT, DELETE, UPDATE and TRUNCATE. */
const EVERY_EVENT = 4 + 8 + 16 + 32;
const UNWATCHED = `
  SELECT relname AS name FROM pg_class
  WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p', 'v', 'm', 'f')
    AND (SELECT coalesce(bit_or(tgtype), 0) & ${EVERY_EVENT} FROM pg_trigger
      WHERE tgrelid = pg_class.oid AND tgfoid = 'notify_change'::regproc AND tgenabled <> 'D') <> ${EVERY_EVENT}`;

/**
 * Hears which tables change, on a connection of its own that comes back by itself. It is heard in the order of commits.
 */
export function listenToChanges(listener: Listener): Changes {
  let client: pg.Client | null = null;
  let unwatched: ReadonlySet<string> = new Set();
  let heardAt = Number.NEGATIVE_INFINITY;
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;

  let last: Promise<unknown> = Promise.resolve();

  async function ask(current: pg.Client): Promise<void> {
    const askedAt = performance.now();
    // What was announced before a statement ends is delivered before its answer.
    await current.query("SELECT 1");
    if (client === current) heardAt = askedAt;
  }

  let next: Promise<void> | null = null;

  /** Whoever asks while a statement is under way shares the one that follows it. */
  function beatTogether(): Promise<void> {
    next ??= last.then(async () => {
      next = null;
      const current = client;
      if (current) await ask(current).catch((error: Error) => lose(current, error));
    });
    last = next;
    return next;
  }

  /** One statement at a time, in order. */
  function beat(current: pg.Client): Promise<void> {
    const asked = last.then(() => ask(current));
    last = asked.catch(() => undefined);
    return asked;
  }

  function later(work: () => Promise<void>, delayMs: number): void {
    if (stopped) return;
    timer = setTimeout(() => void work(), delayMs);
    timer.unref();
  }

  function lose(lost: pg.Client, error?: Error): void {
    if (client !== lost) return;
    client = null;
    heardAt = Number.NEGATIVE_INFINITY;
    clearTimeout(timer);
    if (!stopped) log().warn({ err: error }, "changes of the database are no longer heard");
    listener.deaf();
    lost.end().catch(() => undefined);
    later(connect, RETRY_MS);
  }

  const goOn = (current: pg.Client) =>
    later(async () => {
      await beat(current).then(
        () => client === current && goOn(current),
        (error: Error) => lose(current, error),
      );
    }, BEAT_MS);

  async function connect(): Promise<void> {
    const fresh = new pg.Client({
      connectionString: directUrl(),
      connectionTimeoutMillis: ANSWER_LIMIT_MS,
      query_timeout: ANSWER_LIMIT_MS,
      keepAlive: true,
      application_name: LISTENER,
    });
    fresh.on("error", (error) => lose(fresh, error));
    fresh.on("end", () => lose(fresh));
    fresh.on("notification", ({ payload }) => payload && listener.changed(payload));
    try {
      await fresh.connect();
      await fresh.query(`LISTEN ${CHANNEL}`);
      const { rows } = await fresh.query<{ name: string }>(UNWATCHED);
      if (stopped) return void (await fresh.end());
      unwatched = new Set(rows.map(({ name }) => name));
      client = fresh;
      // Whatever was committed before this listener was there, nobody told it.
      listener.deaf();
      heardAt = performance.now();
      goOn(fresh);
    } catch {
      fresh.end().catch(() => undefined);
      later(connect, RETRY_MS);
    }
  }

  void connect();
  return {
    unwatched: () => unwatched,
    trusted: () => performance.now() - heardAt <= TRUST_MS,
    caughtUp: async () => {
      if (client) await beatTogether();
    },
    stop: async () => {
      stopped = true;
      clearTimeout(timer);
      const current = client;
      client = null;
      await current?.end().catch(() => undefined);
    },
  };
}
