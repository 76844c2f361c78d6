import { redacted } from "#lib/mail/redact";
import { resume, stopAfterRefusals, turnToLeave } from "#lib/mail/stop-mutations";
import { CONVERSATION_LIMIT_MS, type MailTransport } from "#lib/mail/transport";
import { db, type Transaction } from "#lib/platform/db";
import { log } from "#lib/platform/log";
import { accidentWords, isPermanent, isRefusal } from "#lib/refusals/rules";
import type { OutgoingMail } from "#prisma/client";

/**
 * Tries after which a message that always meets an accident is given up: 72 hours at the queue's pace,
 * which doubles from 5 seconds and stays at 9 minutes from the eighth try on.
 */
export const MAX_ATTEMPTS = 487;

/** The claim outlives the conversation with the mail server. */
const CLAIM_TIMEOUT_MS = CONVERSATION_LIMIT_MS + 30_000;

/** What a delivery goes by. */
export type Way = {
  transport: MailTransport;
  /** The present instant, asked when the message is taken and once the server has answered. */
  clock: () => Date;
  /** Whether a message no longer deserves to leave. */
  isStale: (tx: Transaction, mail: OutgoingMail, at: Date) => Promise<boolean>;
};

/** What became of a message: out of our hands, refused for good, or to be tried again. */
export type Delivery = "settled" | "refused" | "again";

/**
 * Delivers a message, after those to the same person that wait before it: a cancellation never overtakes the invitation
 * that it withdraws. An earlier one that met an accident keeps its own pace: this one waits for it.
 * @returns « again » when an accident happened, or when it must wait for another message or another worker
 */
export async function deliverMail(id: string, way: Way): Promise<Delivery> {
  const mail = await db.outgoingMail.findUnique({
    where: { id },
    select: { registrationId: true, emailKey: true, rank: true },
  });
  if (!mail) return "settled";
  for (const earlier of await waitingBefore(mail)) {
    if (earlier.attempts > 0 || (await deliverOne(earlier.id, way)) === "again") return "again";
  }
  return deliverOne(id, way);
}

/** Who a message is for: its person, or the registration that it is about. */
function samePerson({ emailKey, registrationId }: { emailKey: string | null; registrationId: string | null }) {
  return emailKey === null ? { registrationId } : { emailKey };
}

async function waitingBefore(mail: { emailKey: string | null; registrationId: string | null; rank: number }) {
  if (mail.emailKey === null && mail.registrationId === null) return [];
  return db.outgoingMail.findMany({
    where: { ...samePerson(mail), status: "queued", rank: { lt: mail.rank } },
    select: { id: true, attempts: true },
    orderBy: { rank: "asc" },
  });
}

/**
 * The row stays locked from the claim to the verdict, and the lock dies with the process that holds it:
 * two workers never send the same message at once, and a crash leaves it waiting.
 */
async function deliverOne(id: string, way: Way): Promise<Delivery> {
  const turn = await turnToLeave(way.clock());
  if (turn === "held") return (await isWaiting(db, id)) ? "again" : "settled";
  return db.$transaction(
    async (tx) => {
      await tx.$executeRaw`SELECT set_config('idle_in_transaction_session_timeout', ${String(CLAIM_TIMEOUT_MS)}, true)`;
      if (!(await claim(tx, id))) return (await isWaiting(tx, id)) ? "again" : "settled";
      const mail = await tx.outgoingMail.findUniqueOrThrow({ where: { id } });
      return (await way.isStale(tx, mail, way.clock())) ? drop(tx, mail) : send(tx, mail, way, turn === "probe");
    },
    { timeout: CLAIM_TIMEOUT_MS },
  );
}

async function claim(tx: Transaction, id: string): Promise<boolean> {
  const rows = await tx.$queryRaw<unknown[]>`
    SELECT 1 FROM "OutgoingMail" WHERE "id" = ${id}::uuid AND "status" = 'queued' FOR UPDATE SKIP LOCKED`;
  return rows.length > 0;
}

const isWaiting = async (tx: Transaction, id: string) =>
  (await tx.outgoingMail.count({ where: { id, status: "queued" } })) > 0;

async function drop(tx: Transaction, mail: OutgoingMail): Promise<Delivery> {
  await tx.outgoingMail.update({ where: { id: mail.id }, data: { ...redacted(mail), status: "dropped" } });
  return "settled";
}

/** @param probe whether it tries a stopped outbox: refused or not, it then waits */
async function send(tx: Transaction, mail: OutgoingMail, way: Way, probe: boolean): Promise<Delivery> {
  const attempts = mail.attempts + 1;
  try {
    await way.transport.send(mail);
  } catch (error) {
    return keepAccident(tx, { id: mail.id, attempts }, error, { at: way.clock(), probe });
  }
  const at = way.clock();
  const left = { attempts, lastError: null, status: "sent", sentAt: at } as const;
  await tx.outgoingMail.update({ where: { id: mail.id }, data: { ...redacted(mail), ...left } });
  if (probe) await resume(tx, at);
  return "settled";
}

async function keepAccident(
  tx: Transaction,
  { id, attempts }: { id: string; attempts: number },
  error: unknown,
  { at, probe }: { at: Date; probe: boolean },
): Promise<Delivery> {
  const givenUp = !probe && (isPermanent(error) || attempts >= MAX_ATTEMPTS);
  const { code, responseCode } = error as NodeJS.ErrnoException & { responseCode?: number };
  log().warn({ mail: id, attempts, code, responseCode, givenUp }, "mail not delivered");
  const status = givenUp ? "failed" : "queued";
  const refusedAt = isRefusal(error) ? at : undefined;
  await tx.outgoingMail.update({
    where: { id },
    data: { attempts, lastError: accidentWords(error), status, refusedAt },
  });
  if (refusedAt && !probe) await stopAfterRefusals(tx, at);
  const { status: kept } = await tx.outgoingMail.findUniqueOrThrow({ where: { id }, select: { status: true } });
  return kept === "failed" ? "refused" : "again";
}
