import { db, type Transaction } from "#lib/platform/db";
import { env } from "#lib/platform/env";
import { prepareQueue } from "#lib/platform/queue";
import { semaphore } from "#lib/platform/semaphore";
import { Prisma } from "#prisma/client";

/** A unique constraint, or a deadlock: only without the lock do two people meet, and each try lets one of them through. */
const MEETINGS = ["P2002", "P2034"];
/** A deadlock, in the words of a statement of our own. */
const DEADLOCK = "40P01";
const TRIES = 20;

/**
 * How many in this process hold a connection of the database while they wait for a session. Five hundred people at once
 * would otherwise take all of them, and whoever found none in five seconds met an accident.
 */
const waitingRoom = semaphore(4);

/** Holding a whole cycle for a message to each of its people takes longer than a page may. */
const TIMEOUT_MS = 30_000;

/**
 * Holds sessions until the transaction ends: who asks for a seat meanwhile waits, then counts what was committed.
 * It must be the first statement of a READ COMMITTED transaction. Always in the same order, so that two people who ask
 * for the same sessions never wait for each other.
 */
async function lock(tx: Transaction, webinarIds: readonly string[]): Promise<void> {
  if (env().REGISTRATION_LOCK === "off") return;
  await tx.$queryRaw`SELECT "id" FROM "Webinar" WHERE "id" = ANY(${webinarIds}::uuid[]) ORDER BY "id" FOR UPDATE`;
}

const isMeeting = (error: unknown) =>
  error instanceof Prisma.PrismaClientKnownRequestError &&
  (MEETINGS.includes(error.code) || error.message.includes(DEADLOCK));

/**
 * Runs under the lock of sessions. READ COMMITTED: a snapshot older than the lock would miss the seats taken meanwhile.
 * @param webinarIds the sessions whose seats the work may touch
 */
export async function underLock<T>(webinarIds: readonly string[], work: (tx: Transaction) => Promise<T>): Promise<T> {
  await prepareQueue();
  const attempt = () =>
    db.$transaction(
      async (tx) => {
        await lock(tx, webinarIds);
        return work(tx);
      },
      { timeout: TIMEOUT_MS },
    );
  for (let tries = 1; ; tries++) {
    try {
      return await waitingRoom(attempt);
    } catch (error) {
      if (tries === TRIES || !isMeeting(error)) throw error;
    }
  }
}
